#include "index/cards.h"

#include <string.h>

#include "src/publication/words/wording.h"
#include "src/text/fold.h"

#define HEAD 8
#define CARD 16

struct ys_cards {
	GString *cards, *origins;
	guint n_cards;
	GHashTable *known;      /* bytes of an origin -> its number + 1 */
};

/* ---- writing ---- */

ys_cards *ys_cards_new(void)
{
	ys_cards *cards = g_new0(ys_cards, 1);

	cards->cards = g_string_new(NULL);
	cards->origins = g_string_new(NULL);
	cards->known = g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
	return cards;
}

void ys_cards_free(ys_cards *cards)
{
	if (!cards)
		return;
	g_string_free(cards->cards, TRUE);
	g_string_free(cards->origins, TRUE);
	g_hash_table_unref(cards->known);
	g_free(cards);
}

static void append_number(GString *out, guint64 number, gsize bytes)
{
	for (gsize i = 0; i < bytes; i++)
		g_string_append_c(out, (char)(number >> 8 * i & 0xff));
}

static void append_text(GString *out, const char *text)
{
	g_string_append(out, text ? text : "");
	g_string_append_c(out, '\0');
}

static void append_folded(GString *out, const char *text, gssize len)
{
	if (text)
		ys_fold_append(out, text, len);
	g_string_append_c(out, '\0');
}

/* What a name has of its place is mostly the short form. */
static void append_place(GString *out, const char *place)
{
	append_folded(out, place,
		      place && g_utf8_strlen(place, -1) > 2 ? g_utf8_prev_char(place + strlen(place)) - place : -1);
}

/* The department as the names of its projects have it (phenomenon 89). */
static void append_own(GString *out, const char *department, const char *place)
{
	const char *own = place && department ? strstr(department, place) : NULL;

	append_folded(out, own ? own : department, -1);
}

static guint origin_of(ys_cards *cards, const ys_record *record)
{
	const char *place = record->region.county ? record->region.county : record->region.city;
	g_autofree char *region = ys_region_key(&record->region);
	GString *text = g_string_new(NULL);
	g_autoptr(GBytes) bytes = NULL;
	guint number;

	append_number(text, record->year, 2);
	append_text(text, record->department);
	append_text(text, record->kind);
	append_text(text, region);
	append_text(text, record->type == YS_DEPARTMENT ? record->id : NULL);
	append_place(text, place);
	append_own(text, record->department, place);
	bytes = g_string_free_to_bytes(text);
	number = GPOINTER_TO_UINT(g_hash_table_lookup(cards->known, bytes));
	if (number)
		return number - 1;
	g_string_append_len(cards->origins, g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
	number = g_hash_table_size(cards->known);
	g_hash_table_insert(cards->known, g_bytes_ref(bytes), GUINT_TO_POINTER(number + 1));
	return number;
}

/* Phenomenon 98; so are the sections below such a heading. */
static gboolean is_glossary(const ys_record *record)
{
	return record->type == YS_SECTION &&
	       ((record->title && ys_wording_is_glossary(record->title)) ||
		(record->parent_title && ys_wording_is_glossary(record->parent_title)));
}

/* Lines of one name are the same thing if these numbers are. */
static guint number_of_line(const ys_record *record)
{
	static const char *const classes[] = {
		"function", "economic", "economic_gov", "three_public", "figure", "balance"
	};
	guint number = 0;

	if (record->type != YS_LINE)
		return 0;
	while (number < G_N_ELEMENTS(classes) && g_strcmp0(record->classification, classes[number]))
		number++;
	/* a balance has two sides, and 总计 on each */
	if (record->path->len && !strcmp(g_ptr_array_index(record->path, 0), "支出"))
		number++;
	return number + 1;
}

void ys_cards_add(ys_cards *cards, const ys_record *record)
{
	append_number(cards->cards, (guint64)ys_record_amount(record), 8);
	append_number(cards->cards, origin_of(cards, record), 4);
	append_number(cards->cards, record->type, 1);
	append_number(cards->cards, is_glossary(record), 1);
	append_number(cards->cards, number_of_line(record), 1);
	append_number(cards->cards, record->amount != YS_AMOUNT_NONE && ys_record_amount_is_doubtful(record), 1);
	cards->n_cards++;
}

GString *ys_cards_take(ys_cards *cards)
{
	GString *value = g_string_sized_new(HEAD + cards->cards->len + cards->origins->len);

	append_number(value, cards->n_cards, 4);
	append_number(value, g_hash_table_size(cards->known), 4);
	g_string_append_len(value, cards->cards->str, cards->cards->len);
	g_string_append_len(value, cards->origins->str, cards->origins->len);
	g_string_truncate(cards->cards, 0);
	g_string_truncate(cards->origins, 0);
	g_hash_table_remove_all(cards->known);
	cards->n_cards = 0;
	return value;
}

/* ---- reading ---- */

static guint32 read_u32(const char *p)
{
	guint32 n;

	memcpy(&n, p, sizeof n);
	return GUINT32_FROM_LE(n);
}

gboolean ys_card_view_open(ys_card_view *view, const char *value, gsize len)
{
	*view = (ys_card_view){ .value = value, .len = len };
	if (len < HEAD)
		return FALSE;
	view->n_cards = read_u32(value);
	view->n_origins = read_u32(value + 4);
	return view->n_cards <= (len - HEAD) / CARD;
}

gboolean ys_card_view_card(const ys_card_view *view, guint back, ys_card *card)
{
	const char *p;
	gint64 amount;

	if (back >= view->n_cards)
		return FALSE;
	p = view->value + HEAD + (gsize)(view->n_cards - 1 - back) * CARD;
	memcpy(&amount, p, sizeof amount);
	card->amount = GINT64_FROM_LE(amount);
	card->origin = read_u32(p + 8);
	card->type = (guint8)p[12];
	card->glossary = p[13] != 0;
	card->line = (guint8)p[14];
	card->doubtful = p[15] != 0;
	return card->origin < view->n_origins && card->type < YS_N_TYPES;
}

/* The text at *p, which moves behind its NUL; NULL if it has none. */
static const char *take_text(const char **p, const char *end)
{
	const char *text = *p, *nul = text < end ? memchr(text, '\0', end - text) : NULL;

	*p = nul ? nul + 1 : end;
	return nul ? text : NULL;
}

gboolean ys_card_view_origins(const ys_card_view *view, ys_card_origin_fn fn, void *data)
{
	const char *p = view->value + HEAD + (gsize)view->n_cards * CARD, *end = view->value + view->len;

	for (guint i = 0; i < view->n_origins; i++) {
		ys_card_origin origin;

		if (end - p < 2)
			return FALSE;
		origin.year = (guint8)p[0] | (guint8)p[1] << 8;
		p += 2;
		origin.department = take_text(&p, end);
		origin.kind = take_text(&p, end);
		origin.region = take_text(&p, end);
		origin.id = take_text(&p, end);
		origin.place = take_text(&p, end);
		origin.own = take_text(&p, end);
		if (!origin.own)
			return FALSE;
		fn(&origin, data);
	}
	return TRUE;
}
