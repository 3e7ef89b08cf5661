#include "src/publication/checks/years.h"

#include <string.h>

#include "src/publication/checks/remark.h"

/* One publication in the book. */
typedef struct {
	char *path;
	int year;
	GArray *own, *before;
} entry;

struct ys_years_book {
	GHashTable *bodies;     /* GPtrArray of entry by key */
};

static void entry_free(entry *e)
{
	g_free(e->path);
	g_array_unref(e->own);
	g_array_unref(e->before);
	g_free(e);
}

ys_years_book *ys_years_book_new(void)
{
	ys_years_book *book = g_new0(ys_years_book, 1);

	book->bodies = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
	return book;
}

void ys_years_book_free(ys_years_book *book)
{
	if (!book)
		return;
	g_hash_table_unref(book->bodies);
	g_free(book);
}

void ys_years_free(ys_years *years)
{
	if (!years)
		return;
	g_free(years->body);
	g_array_unref(years->own);
	g_array_unref(years->before);
	g_hash_table_unref(years->names);
	g_free(years);
}

/* ---- to bytes and back ---- */

/* Behind it stand the key and both arrays. */
typedef struct {
	guint32 body, own, before;      /* bytes, elements */
	int year;
} head;

void ys_years_write(const ys_years *years, GString *out)
{
	head h = { years->body ? strlen(years->body) : 0, years->own->len, years->before->len, years->year };

	g_string_append_len(out, (const char *)&h, sizeof h);
	if (!h.body)
		return;
	g_string_append_len(out, years->body, h.body);
	g_string_append_len(out, years->own->data, (gssize)(h.own * sizeof(ys_stated)));
	g_string_append_len(out, years->before->data, (gssize)(h.before * sizeof(ys_stated)));
}

static GArray *stated_of(const char *data, guint n)
{
	GArray *stated = g_array_sized_new(FALSE, FALSE, sizeof(ys_stated), n);

	g_array_append_vals(stated, data, n);
	return stated;
}

gboolean ys_years_book_take(ys_years_book *book, const char *path, const char *data, gsize len)
{
	GPtrArray *entries;
	char *body;
	entry *e;
	head h;

	if (len < sizeof h)
		return FALSE;
	memcpy(&h, data, sizeof h);
	data += sizeof h;
	if (!h.body)
		return len == sizeof h;
	if (len - sizeof h != h.body + ((guint64)h.own + h.before) * sizeof(ys_stated))
		return FALSE;
	body = g_strndup(data, h.body);
	e = g_new0(entry, 1);
	*e = (entry){ g_strdup(path), h.year, stated_of(data + h.body, h.own),
		      stated_of(data + h.body + h.own * sizeof(ys_stated), h.before) };
	entries = g_hash_table_lookup(book->bodies, body);
	if (!entries) {
		entries = g_ptr_array_new_with_free_func((GDestroyNotify)entry_free);
		g_hash_table_insert(book->bodies, g_strdup(body), entries);
	}
	g_ptr_array_add(entries, e);
	g_free(body);
	return TRUE;
}

/* ---- comparing ---- */

/* The first that says what; stated->len if none does. */
static guint find(const GArray *stated, guint64 what)
{
	guint low = 0, high = stated->len;

	while (low < high) {
		guint middle = low + (high - low) / 2;

		if (g_array_index(stated, ys_stated, middle).what < what)
			low = middle + 1;
		else
			high = middle;
	}
	return low < stated->len && g_array_index(stated, ys_stated, low).what == what ? low : stated->len;
}

/* Another year's word on the same thing. */
typedef struct {
	const ys_stated *nearest;       /* NULL: there is none */
	const char *path;
	gboolean fits;
} answer;

static void ask(answer *a, const GArray *stated, const ys_stated *one, const char *path)
{
	for (guint i = find(stated, one->what); i < stated->len; i++) {
		const ys_stated *other = &g_array_index(stated, ys_stated, i);
		guint64 distance = ys_amount_distance(one->amount, other->amount);

		if (other->what != one->what)
			break;
		if (distance <= (guint64)one->half + other->half)
			a->fits = TRUE;
		if (a->nearest && ys_amount_distance(one->amount, a->nearest->amount) <= distance)
			continue;
		a->nearest = other;
		a->path = path;
	}
}

/* later: what the publications of the year after say of this one, instead of what the year before prints. */
static answer answer_of(const GPtrArray *entries, int year, gboolean later, const ys_stated *one)
{
	answer a = { NULL };

	for (guint i = 0; i < entries->len; i++) {
		const entry *e = g_ptr_array_index(entries, i);

		if (e->year == year)
			ask(&a, later ? e->before : e->own, one, e->path);
	}
	return a;
}

static void remark(const ys_years *years, const ys_stated *one, const answer *a, gboolean later, GPtrArray *remarks)
{
	const char *name = g_hash_table_lookup(years->names, &one->what), *kind = years->final_account ? "决算" : "预算";
	g_autofree char *path = g_filename_display_name(a->path);
	g_autoptr(GString) here = g_string_new(NULL), there = g_string_new(NULL);

	ys_amount_append_wan(here, one->amount);
	ys_amount_append_wan(there, a->nearest->amount);
	if (later)
		ys_remark_add(remarks, "last-year-differs", one->line, "%s is %s here; by the %s of %d it was %s (%s, line %d)",
			      name, here->str, kind, years->year + 1, there->str, path, a->nearest->line);
	else
		ys_remark_add(remarks, "last-year-differs", one->line,
			      "by this %s was %s in %d; the %s of that year prints %s (%s, line %d)", name, here->str,
			      years->year - 1, kind, there->str, path, a->nearest->line);
}

/* What the publication says of the year before against what that year's prints.  An amount of income and expenditure
 * at once is said once. */
static void compare_before(const ys_years *years, const GPtrArray *entries, GPtrArray *remarks)
{
	const ys_stated *said = NULL;

	for (guint i = 0; i < years->before->len; i++) {
		const ys_stated *one = &g_array_index(years->before, ys_stated, i);
		answer a = answer_of(entries, years->year - 1, FALSE, one);

		if (!a.nearest || a.fits || (said && said->line == one->line && said->amount == one->amount))
			continue;
		remark(years, one, &a, FALSE, remarks);
		said = one;
	}
}

/* What the publication of the year after says against what this one prints, of which one amount is enough. */
static void compare_later(const ys_years *years, const GPtrArray *entries, GPtrArray *remarks)
{
	for (guint i = 0, end; i < years->own->len; i = end) {
		const ys_stated *first = &g_array_index(years->own, ys_stated, i);
		answer a = { NULL };
		gboolean fits = FALSE;

		for (end = i; end < years->own->len && g_array_index(years->own, ys_stated, end).what == first->what; end++) {
			a = answer_of(entries, years->year + 1, TRUE, &g_array_index(years->own, ys_stated, end));
			fits |= a.fits;
		}
		if (a.nearest && !fits)
			remark(years, &g_array_index(years->own, ys_stated, end - 1), &a, TRUE, remarks);
	}
}

void ys_years_compare(const ys_years *years, const ys_years_book *book, GPtrArray *remarks)
{
	const GPtrArray *entries = years->body ? g_hash_table_lookup(book->bodies, years->body) : NULL;

	if (!entries)
		return;
	compare_before(years, entries, remarks);
	compare_later(years, entries, remarks);
}
