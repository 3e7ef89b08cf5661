/* Which publications of an index are meant by words on a command line. */
#ifndef MEANT_H
#define MEANT_H

#include <glib.h>

/* Paths of the files of the publications that the words mean, as a set of char *: those of records with these ids; else
 * what a search for the words, in the query language, finds of publications and departments; else of any record.
 * NULL on error; YS_ERROR_INPUT if nothing is meant. */
GHashTable *meant_files(const char *dir, char **words, GError **error);

#endif
