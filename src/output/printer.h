/* Structured output: callers say what, a printer decides how it is written.
 * (The idea of notmuch's sprinter.)  Escaping belongs to the printer. */
#ifndef YS_PRINTER_H
#define YS_PRINTER_H

#include "src/record.h"

typedef struct ys_printer ys_printer;

/* A key is the name of a member of a map; NULL in a list and outside of everything. */
struct ys_printer {
	void (*begin_map)(ys_printer *, const char *key);
	void (*begin_list)(ys_printer *, const char *key);
	void (*end)(ys_printer *);                              /* closes the innermost */
	void (*string)(ys_printer *, const char *key, const char *s);   /* NULL prints null */
	void (*integer)(ys_printer *, const char *key, gint64 n);
	void (*boolean)(ys_printer *, const char *key, gboolean b);
	/* in a map, named by the unit (amount_yuan); NONE prints null */
	void (*amount)(ys_printer *, const char *stem, ys_amount amount);
	void (*money)(ys_printer *, const char *key, ys_amount amount); /* by the very key */
	/* in a map, named as amounts are: change_percent -7.63; NONE prints null */
	void (*percent)(ys_printer *, const char *stem, ys_percent percent);
	/* never money; not finite prints null */
	void (*real)(ys_printer *, const char *key, double d, int places);
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

/* A number; 0, which stands for none, prints null. */
void ys_printer_known(ys_printer *printer, const char *key, int n);
/* A list of char *. */
void ys_printer_strings(ys_printer *printer, const char *key, const GPtrArray *strings);
void ys_printer_region(ys_printer *printer, const char *key, const ys_region *region);
/* An element of a list. */
void ys_printer_warning(ys_printer *printer, const ys_warning *warning);

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
