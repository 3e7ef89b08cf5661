/* What a match is worth: one scale for all that counts, wherever it is counted.
 *
 * The weights of its terms, as the index gives them, seldom pass 20 together.  What is added to them
 * says what terms cannot know. */
#ifndef YS_WEIGHTS_H
#define YS_WEIGHTS_H

/* A term in the title, against the same in other text. */
#define YS_WEIGHT_OF_TITLE      2.5

/* A run in the title: any name that has the query beats any other text, and the more of the name
 * it is the better, up to the name that is the query. */
#define YS_BONUS_IN_TITLE       30.0
#define YS_BONUS_WHOLE_TITLE    30.0
/* In the text behind the name, by field: what a project is for and what is done, before what is measured. */
#define YS_BONUS_IN_GOAL        9.0
#define YS_BONUS_IN_CONTENT     8.0

/* A run inside the name of the place, 云 in 白云区, or of the department in the name of its
 * project: what is named after them is not about their names. */
#define YS_BONUS_IN_NAME        1.0
/* A single character that is nowhere but in names of places: after all others. */
#define YS_MALUS_PLACE          100.0

/* Another wording than the typed one.  Its terms weigh less, so that where only the best candidates are
 * looked at those with the typed word come first.  Where both stand in a name, or neither does, the typed
 * one is above; but a name with another wording is above other text with the typed one, so that this is less
 * than the bonus of a title.  Of the part of a query that it stands for it covers nearly all: what has that
 * part otherwise has more of the query than what lacks it. */
#define YS_SYNONYM_WEIGHT       0.5
#define YS_SYNONYM_MALUS        12.0
#define YS_SYNONYM_SHARE        0.9

/* The same of a word that is related to the typed one (data/related). */
#define YS_RELATED_WEIGHT       0.4
#define YS_RELATED_SHARE        0.7

/* A run that stands in a text only where other words meet, 计费 in 设计费: after what has it as a word, of the
 * same tier. */
#define YS_MALUS_CHANCE         70.0

/* What has all of a query in parts, anywhere; in its title it gets up to so much more. */
#define YS_LOOSE_SCORE          20.0
#define YS_LOOSE_TITLE          6.0

/* For each power of ten of the amount in yuan: of two equal matches the larger project stands first. */
#define YS_AMOUNT_FACTOR        0.02

#endif
