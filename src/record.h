/* A record: the thing that is stored, found and printed.  Fields and their meaning
 * are the contract of yusou(1), "Records".
 *
 * A record owns all it points to.  A string that is NULL, a year 0, an amount
 * YS_AMOUNT_NONE and an empty array all mean: not known; printers leave them out
 * or say null, as the contract asks. */
#ifndef YS_RECORD_H
#define YS_RECORD_H

#include "src/amount.h"
#include "src/region.h"

typedef enum {
	YS_PUBLICATION,
	YS_SECTION,
	YS_TABLE,
	YS_PROJECT,
	YS_ITEM,                /* procurement and other detail rows */
	YS_DEPARTMENT,
	YS_LINE,                /* of a budget: a row with a code, a side of a balance, a figure */
	YS_N_TYPES
} ys_record_type;

const char *ys_record_type_name(ys_record_type type);
/* YS_N_TYPES if there is no such type. */
ys_record_type ys_record_type_named(const char *name);

/* Lines of a file, counted from 1, both ends included. */
typedef struct {
	int first, last;
} ys_lines;

typedef struct {
	char *path;
	char *format;           /* "text", or of its reader: "pdf" */
	char *part;             /* the file inside an archive; NULL: the file itself */
	char *sheet;            /* of a workbook; NULL */
	GArray *pages;          /* of int, ascending; empty where the format has none */
	int sheet_row;          /* of the sheet, from 1; 0 without one */
	GArray *lines;          /* of ys_lines, ascending; of other formats than text those that were made of it */
	char *table;            /* title of the table it stands in; NULL in prose */
	int table_no;           /* the number of that table in the publication, from 1; 0 in prose */
	ys_lines rows;          /* of that table, below its head, counted from 1; 0 for none */
	char *text;             /* what is printed there of the same thing in other words; NULL */
	char *url;              /* where the file is published, http or https; NULL unknown */
	int file;               /* of the publication's files, from 0: its source, then those of its also; of a record that
				 * was read back only lines know it */
} ys_source;

/* Whether it is an address that a page may link to: http or https with a host, without blanks and control
 * characters. */
gboolean ys_url_is_web(const char *url);

ys_source *ys_source_new(const char *path, const char *table);
/* Note a line, in any order; neighbouring lines join.  A line below 1 is no line. */
void ys_source_add_line(ys_source *source, int line);
/* Keep a text that stands there, unless it is NULL or the one that is known already; several
 * are joined by line ends. */
void ys_source_add_text(ys_source *source, const char *text, const char *known);
void ys_source_free(ys_source *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_source, ys_source_free)

typedef struct {
	char *code;             /* stable, for programs: number-rebuilt, unit-missing, ... */
	char *message;          /* for people */
	int line;               /* 0 none */
	int page;               /* of a format that has them, from 1; 0 none */
} ys_warning;

ys_warning *ys_warning_new(const char *code, int line, const char *format, ...) G_GNUC_PRINTF(3, 4);
ys_warning *ys_warning_copy(const ys_warning *warning);
void ys_warning_free(ys_warning *warning);

/* A named amount: one column of a project's funding, one of a publication's figures.  No two
 * of a record's map have the same name. */
typedef struct {
	char *name;
	ys_amount amount;
} ys_funding;

/* For a map of a record, which frees it. */
ys_funding *ys_funding_new(const char *name, ys_amount amount);
/* The amount of this name in a map; YS_AMOUNT_NONE if it has none. */
ys_amount ys_funding_named(const GPtrArray *map, const char *name);

/* An amount of a line of a budget: one measure of it, in one of its places. */
typedef struct {
	char *measure;          /* "total", "basic": yusou(1) says which there are */
	ys_amount amount;
	const ys_source *place; /* the record's source or one of also, or NULL */
} ys_measured;

/* For a list of a record, which frees it. */
ys_measured *ys_measured_new(const char *measure, ys_amount amount, const ys_source *place);

/* Hundredths of a percent: -7.63% is -763.  Exact as printed, never a double. */
typedef gint64 ys_percent;

/* Not printed, or 不可比. */
#define YS_PERCENT_NONE G_MININT64

typedef enum {
	YS_UNCHECKED,
	YS_OK,
	YS_ROUNDING,
	YS_MISMATCH
} ys_reconciliation_status;

typedef struct {
	ys_reconciliation_status status;
	ys_amount sum, declared, residual;
} ys_reconciliation;

const char *ys_reconciliation_status_name(ys_reconciliation_status status);

typedef struct ys_record {
	ys_record_type type;
	char *id;
	char *title;
	char *department;
	GPtrArray *aliases;     /* of char * */
	char *unit;
	ys_region region;       /* static strings of the gazetteer */
	int year;
	char *kind, *level, *scope;
	char *published;        /* the day its publication was published, YYYY-MM-DD; NULL unknown */

	ys_amount amount;       /* project, item, line */
	char *amount_text;      /* as printed, with its unit */
	ys_amount executed;     /* project of a final account */
	GPtrArray *funding;     /* of ys_funding */
	char *code;             /* of a project, of a line, or of what is bought in the official catalogue */
	char *category, *content, *goal, *indicators;
	char *basis, *plan, *period;    /* project: by what rules, how and when it is carried out */
	char *parent, *parent_title;
	char *publication;      /* id of the publication it stands in; NULL in that itself and in departments */

	char *classification;   /* line, from here */
	GPtrArray *path;        /* of char *: the names of the levels above it, the highest first */
	GPtrArray *amounts;     /* of ys_measured, no two of one measure */

	char *canonical;        /* table, from here */
	GPtrArray *columns;     /* of char *: header levels joined with '/' */
	GPtrArray *rows;        /* of GPtrArray of char *; trailing empty cells may be missing */
	int n_rows;
	GArray *own_rows;       /* of ys_lines: rows, counted from 1, that are no record of their own and say something in
				 * words, which is searched as the table's */
	GPtrArray *notes;       /* of char *: what is printed below it */
	char *unit_text;
	ys_amount declared_total;
	ys_reconciliation reconciliation;

	char *text;             /* section */

	ys_amount total_income, total_expenditure, basic, project;  /* publication, from here */
	GPtrArray *three_public, *procurement;  /* of ys_funding, named as in figures.h; empty: not known */
	ys_amount change;                       /* of the total against the year before */
	ys_percent change_percent;
	GPtrArray *subordinate_units;                               /* of char * */
	GPtrArray *tables;      /* of char *: titles, "" where none is known; table_no of a source counts them */

	ys_source *source;
	GPtrArray *also;        /* of ys_source: other places the same thing is printed */
	GPtrArray *warnings;    /* of ys_warning */
} ys_record;

/* All fields unknown, arrays empty. */
ys_record *ys_record_new(ys_record_type type);
void ys_record_free(ys_record *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_record, ys_record_free)

/* A permalink id: the type's letter and 16 characters of base32 over SHA-256 of
 * the parts (NULL-terminated list of strings, which may be empty but not NULL).
 * The same parts give the same id on any machine. */
char *ys_record_id(ys_record_type type, ...) G_GNUC_NULL_TERMINATED;

/* The type that the letter of an id stands for; YS_N_TYPES if it is no id. */
ys_record_type ys_record_type_of_id(const char *id);

/* The form kept in the index: one JSON object whose amounts are integers of fen.  Of a line it has nothing
 * that its publication says too: there are as many of them as of all other records. */
char *ys_record_to_stored(const ys_record *record);
/* The same without a sum, for what has one around it. */
char *ys_record_to_json(const ys_record *record);
ys_record *ys_record_from_json(const char *data, gsize len, GError **error);
/* NULL and *error (YS_ERROR_IO) when it is not what ys_record_to_stored() made. */
ys_record *ys_record_from_stored(const char *data, gsize len, GError **error);
/* What a publication says of each of its lines, as a publication of which nothing else is known. */
char *ys_record_to_line_head(const ys_record *publication);
/* A line that was read back gets what its publication, or the head made of it, says. */
void ys_record_complete(ys_record *line, const ys_record *publication);
/* A JSON object closed by its sum, as to_stored() does it and from_stored() requires it. */
char *ys_record_seal(const char *json);
gboolean ys_record_is_sealed(const char *data, gsize len);

/* Its amount may be wrong by a factor: the table it is from prints no unit, or one that cannot be right. */
gboolean ys_record_amount_is_doubtful(const ys_record *record);

/* The texts of a record that a query may match, in order of weight: the title first.
 * Calls fn with the text as printed and what it is called in the record ("title", "goal").
 * Statutory rows, column heads and page furniture are not among them (phenomena 96-100). */
typedef void (*ys_text_fn)(const char *field, const char *text, void *data);
void ys_record_searchable(const ys_record *record, ys_text_fn fn, void *data);

/* The words of a row of a table as that calls fn with them, with a bar between cells; newly allocated, "" if there
 * are none: amounts and codes are no words.  row: counted from 0. */
char *ys_record_row_text(const ys_record *table, guint row);

/* By what amount a record is filtered and sorted: its own, of a publication its total expenditure. */
ys_amount ys_record_amount(const ys_record *record);

/* These texts folded and joined by '|', a character that folded text never holds: a match cannot run over the
 * border of two fields.  Newly allocated. */
char *ys_record_folded(const ys_record *record);

#endif
