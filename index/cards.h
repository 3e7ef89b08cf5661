/* Cards: what sums, facets and the order of hits need to know of every record of a publication,
 * packed into one value (index/schema.h).
 *
 *   u32 number of cards, u32 number of origins
 *   16 bytes a card: i64 amount in fen, u32 origin, u8 type, u8 1 for a glossary, u8 what a line is,
 *   u8 1 if the amount is doubtful
 *   for each origin: u16 year, then department, kind, key of the region, id, place, own name, each
 *   ended by NUL
 *
 * All numbers little-endian; cards in the order of the documents.  An origin is what most records
 * of a publication share; a department's has its id too, "" in others. */
#ifndef YS_CARDS_H
#define YS_CARDS_H

#include "src/record.h"

/* ---- writing ---- */

typedef struct ys_cards ys_cards;

ys_cards *ys_cards_new(void);
void ys_cards_free(ys_cards *cards);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_cards, ys_cards_free)

/* Note the next record of a publication. */
void ys_cards_add(ys_cards *cards, const ys_record *record);
/* The value for all that were noted since the last time; begins anew. */
GString *ys_cards_take(ys_cards *cards);

/* ---- reading ---- */

typedef struct {
	const char *department, *kind, *region, *id;    /* "": unknown, none; the region as its key (src/region.h) */
	/* folded names, as titles have them; "": none */
	const char *place;      /* short name of its county or city: 白云 of 白云区 */
	const char *own;        /* the department with its county or city: 石蕖区数据局 */
	int year;               /* 0 unknown */
} ys_card_origin;

typedef struct {
	ys_record_type type;
	gboolean glossary;      /* of one */
	guint8 line;            /* of a line its classification and side, as a number from 1; 0 others */
	ys_amount amount;
	gboolean doubtful;      /* its unit is missing, or cannot be right */
	guint origin;
} ys_card;

/* A value under inspection: borrowed bytes. */
typedef struct {
	const char *value;
	gsize len;
	guint n_cards, n_origins;
} ys_card_view;

/* FALSE if the value is damaged. */
gboolean ys_card_view_open(ys_card_view *view, const char *value, gsize len);
/* The card that stands back before the last; FALSE if there is none, or it is damaged. */
gboolean ys_card_view_card(const ys_card_view *view, guint back, ys_card *card);
/* All origins, in their order, until fn is through; what it is given lives as long as the value. */
typedef void (*ys_card_origin_fn)(const ys_card_origin *origin, void *data);
gboolean ys_card_view_origins(const ys_card_view *view, ys_card_origin_fn fn, void *data);

#endif
