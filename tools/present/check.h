/* Checks of publications as a person or a program reads them. */
#ifndef YS_PRESENT_CHECK_H
#define YS_PRESENT_CHECK_H

#include "src/output/printer.h"
#include "src/publication/checks/check.h"

/* What is to be shown: bits 1u << ys_reconciliation_status, and this for remarks. */
#define PRESENT_REMARKS (1u << (YS_MISMATCH + 1))
#define PRESENT_ALL     (PRESENT_REMARKS * 2 - 1)

/* The bit of "mismatch", of another status or of "remark"; 0 if it is none. */
guint present_check_named(const char *name);

/* What is known of one publication. */
typedef struct {
	const char *path;
	const ys_record *record;        /* of the publication itself */
	const GPtrArray *checks;        /* of ys_check */
	const GPtrArray *remarks;       /* of ys_warning */
	guint shown;            /* of these */
} present_checked;

/* Summed up over publications: comparisons, and remarks. */
typedef struct {
	guint publications, remarks;
	guint n[YS_MISMATCH + 1];       /* by ys_reconciliation_status */
} present_check_summary;

void present_check_count(present_check_summary *summary, const present_checked *checked);
void present_check_add(present_check_summary *summary, const present_check_summary *more);

/* There is something to be shown. */
gboolean present_check_shows(const present_checked *checked);
void present_check_text(GString *out, const present_checked *checked);
void present_check_summary_text(GString *out, const present_check_summary *summary);

/* One element of the list of publications, and the entry behind that list. */
void present_check_json(ys_printer *printer, const present_checked *checked);
void present_check_summary_json(ys_printer *printer, const present_check_summary *summary);

#endif
