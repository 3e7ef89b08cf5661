/* Structured output: callers say what, a printer decides how it is written.
 * (The idea of notmuch's sprinter.)  Escaping belongs to the printer. */
#ifndef YS_PRINTER_H
#define YS_PRINTER_H

#include "src/record.h"

typedef struct ys_printer ys_printer;

struct ys_printer {
	void (*begin_map)(ys_printer *);
	void (*begin_list)(ys_printer *);
	void (*end)(ys_printer *);                              /* closes the innermost */
	void (*key)(ys_printer *, const char *name);            /* the next value's, in a map */
	void (*string)(ys_printer *, const char *s);            /* NULL prints null */
	void (*integer)(ys_printer *, gint64 n);
	void (*boolean)(ys_printer *, gboolean b);
	/* key and value: amounts are named by their unit (amount_yuan); NONE prints null */
	void (*amount)(ys_printer *, const char *stem, ys_amount amount);
	void (*money)(ys_printer *, ys_amount amount);          /* the value alone, behind a key() */
	/* key and value, named as amounts are: change_percent -7.63; NONE prints null */
	void (*percent)(ys_printer *, const char *stem, ys_percent percent);
	void (*real)(ys_printer *, double d, int places);       /* never money; not finite prints null */
	void (*destroy)(ys_printer *);                          /* frees the printer */
};

typedef enum {
	YS_JSON_YUAN,           /* contract: {"amount_yuan": 26551100.5} */
	YS_JSON_FEN             /* the index: {"amount_fen": 2655110050}; percents in basis points */
} ys_json_money;

/* A printer that appends compact JSON to out (borrowed). */
ys_printer *ys_printer_json_new(GString *out, ys_json_money money);
void ys_printer_free(ys_printer *printer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_printer, ys_printer_free)

typedef enum {
	YS_RECORD_WHOLE,
	YS_RECORD_WITHOUT_ROWS  /* hits: a table's rows are left out */
} ys_record_extent;

/* The fields of a record as map entries; the caller opens and closes the map, so
 * that it can add its own (rank, match, snippet). */
void ys_printer_record_fields(ys_printer *printer, const ys_record *record, ys_record_extent extent);

/* How many records there are of each type: the entry "records" of a map. */
void ys_printer_record_counts(ys_printer *printer, const guint64 counts[YS_N_TYPES]);

#endif
