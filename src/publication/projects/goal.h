/* Goals: what a performance table says of each project, in blocks of rows: the first has the
 * project's name, and each has one indicator.  Phenomena 45, 56, 84, 85, 87. */
#ifndef YS_GOAL_H
#define YS_GOAL_H

#include "src/publication/projects/context.h"
#include "src/publication/tables/grid.h"

/* The table prints what goals projects have, and takes several rows for one or has no
 * amounts; where it has one row with an amount for each, it is like a table of projects. */
gboolean ys_is_goal_table(const ys_grid *grid);

/* Add what such a table says to the projects: each block becomes another place of the
 * project it is about and fills in its goal and indicators where it has none.  A block whose
 * project is nowhere else becomes a project, mostly without amount (phenomenon 84).
 *
 * A block is about the project of the same name, or else of the most similar one among those
 * that no block names exactly: the same project is often worded a little differently
 * (phenomenon 85), and different projects are almost worded the same (87). */
void ys_goals_add(GPtrArray *projects, const ys_grid *grid, const ys_project_context *context);

#endif
