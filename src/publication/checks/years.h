/* What a publication says of its own year, and of the year before: 基本支出4613.42万元，比上年决算减少464.45万元 says that
 * it was 5077.87万元.  The body's publication of that year and kind prints what it was.  Where both are known the two
 * are compared, as exact as they are printed; where they differ, bodies may have been merged or figures restated, so
 * that this is a remark and never a mismatch. */
#ifndef YS_CHECK_YEARS_H
#define YS_CHECK_YEARS_H

#include "src/publication/checks/check.h"
#include "src/publication/lines/outline.h"

typedef struct {
	guint64 what;           /* what it is an amount of: a ys_figure_id, or a hash of words or of a row */
	ys_amount amount;
	guint32 half;           /* by how much it may be off, in fen */
	int line;
} ys_stated;

typedef struct {
	char *body;             /* whose publication of which kind it is, as a key; NULL: not known */
	int year;
	gboolean final_account;
	/* Of ys_stated, in ascending order of what: of its year, and of the year before.  No two have the same what, but
	 * those of a figure: the total of a balance, and that of the year. */
	GArray *own, *before;
	GHashTable *names;      /* char * of each what, for people */
} ys_years;

/* body: region, department, level and scope as a key, or NULL. */
ys_years *ys_years_new(const ys_reconcile_context *context, const ys_outline *outline, const char *body);
void ys_years_free(ys_years *years);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_years, ys_years_free)

/* The years of many publications: some 25 bytes for each amount. */
typedef struct ys_years_book ys_years_book;

ys_years_book *ys_years_book_new(void);
void ys_years_book_free(ys_years_book *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_years_book, ys_years_book_free)

/* To bytes, behind what out has; and out of those, which another process wrote, into the book, as of the file at
 * path.  FALSE when they are none; the book is then as it was. */
void ys_years_write(const ys_years *years, GString *out);
gboolean ys_years_book_take(ys_years_book *book, const char *path, const char *data, gsize len);

/* Compare a publication with those of its body and kind of the year before and the year after that are in the book.
 * Adds remarks (last-year-differs) on lines of this publication.  Where the book has several publications of one year,
 * versions of it, what fits one of them fits. */
void ys_years_compare(const ys_years *years, const ys_years_book *book, GPtrArray *remarks);

#endif
