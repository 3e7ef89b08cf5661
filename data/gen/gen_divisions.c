/* Build-time program: the gazetteer as tables that need no work at start-up.
 *
 * Reads data/divisions.csv and data/divisions-aka, both made into C by gen_rows, and prints
 * the divisions sorted by code, and every name they go by sorted by its bytes.  All text is
 * one string that the tables point into by offset, so nothing is relocated when a program
 * starts. */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data/gen/divisions_rows.h"
#include "data/gen/divisions_aka_rows.h"

enum { CODE, NAME, LEVEL, PARENT };
enum { AKA_NAME, AKA_CODE };

#define HAN 3   /* bytes of a Han character */

typedef struct {
	const char *code, *name, *parent;
	const char *level;
	gsize text;
} division;

typedef struct {
	char *text;
	guint division;
	const char *form;
} name;

/* Peoples in the names of autonomous divisions.  One whose name is the beginning of
 * another's stands after it. */
static const char *const peoples[] = {
	"各族", "维吾尔", "哈萨克族", "哈萨克", "柯尔克孜", "塔吉克", "锡伯", "蒙古族", "蒙古", "回族", "藏族",
	"苗族", "彝族", "壮族", "布依族", "朝鲜族", "满族", "侗族", "瑶族", "白族", "土家族", "哈尼族", "傣族",
	"黎族", "傈僳族", "佤族", "畲族", "拉祜族", "水族", "东乡族", "纳西族", "景颇族", "土族", "达斡尔族",
	"仫佬族", "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族", "普米族", "怒族", "鄂温克族", "保安族",
	"裕固族", "独龙族",
};

/* Suffixes of names, the longer before what they end in. */
static const char *const suffixes[] = {
	"地区", "特区", "新区", "省", "市", "区", "县", "旗", "盟",
};

static GArray *divisions;       /* of division, sorted by code */
static GArray *names;           /* of name */
static GHashTable *words;       /* short names that are everyday words as well */

G_NORETURN static void fail(const char *what, const char *which)
{
	fprintf(stderr, "gen_divisions: %s: %s\n", which, what);
	exit(EXIT_FAILURE);
}

static int by_code(gconstpointer a, gconstpointer b)
{
	return strcmp(((const division *)a)->code, ((const division *)b)->code);
}

/* The best form of a name that a division has twice comes first: 梅县, short and once official. */
static int by_text(gconstpointer a, gconstpointer b)
{
	const name *x = a, *y = b;
	int order = strcmp(x->text, y->text);

	if (!order)
		order = (int)x->division - (int)y->division;
	return order ? order : strcmp(x->form, y->form);
}

static gboolean same_meaning(const name *a, const name *b)
{
	return a->division == b->division && !strcmp(a->text, b->text);
}

/* Index of the division with this code, or -1. */
static int find(const char *code)
{
	division key = { .code = code };
	guint i;

	return g_array_binary_search(divisions, &key, by_code, &i) ? (int)i : -1;
}

/* Parts 71 to 79 of a prefecture are development zones that only statistics count as
 * counties (doc/domain.md 3, pseudo-regions). */
static gboolean is_zone(const division *d)
{
	return !strcmp(d->level, "county") && d->code[4] == '7' && d->code[5] != '0';
}

static void load_divisions(void)
{
	g_autoptr(GHashTable) official = g_hash_table_new(g_str_hash, g_str_equal);

	divisions = g_array_new(FALSE, FALSE, sizeof(division));
	for (guint i = 0; i < division_rows_count; i++) {
		const char *const *f = division_rows[i].field;

		g_hash_table_insert(official, (char *)f[CODE], (char *)f[NAME]);
	}
	for (guint i = 0; i < division_rows_count; i++) {
		const char *const *f = division_rows[i].field;
		const char *parent = g_hash_table_lookup(official, f[PARENT] ? f[PARENT] : "");
		division d = { f[CODE], f[NAME], f[PARENT] ? f[PARENT] : "", f[LEVEL], 0 };

		if (strlen(d.code) != 6 || strspn(d.code, "0123456789") != 6 || strpbrk(d.name, "\"\\"))
			fail("not a division", d.name);
		/* 东莞 and the like have no counties; lists repeat the city in their place */
		if (parent && !strcmp(d.level, "county") && !strcmp(parent, d.name))
			continue;
		g_array_append_val(divisions, d);
	}
	g_array_sort(divisions, by_code);
}

static void add_name(char *text, guint division, const char *form)
{
	name n = { text, division, form };

	g_array_append_val(names, n);
}

static void add_short(const char *stem, guint division)
{
	gboolean word = g_hash_table_contains(words, stem);

	add_name(g_strdup(stem), division, word ? "YS_NAME_WORD" : "YS_NAME_SHORT");
}

/* Names of 彭水苗族土家族自治县: 彭水县, 彭水自治县, without the last sign 彭水苗族土家族自治,
 * 彭水苗族土家族; short 彭水. */
static void add_autonomous(const division *d, guint i, const char *mark)
{
	const char *kind = mark + strlen("自治");
	gsize len = mark - d->name;
	gboolean stripped;
	g_autofree char *stem = NULL;

	do {
		stripped = FALSE;
		for (guint k = 0; k < G_N_ELEMENTS(peoples) && !stripped; k++) {
			gsize n = strlen(peoples[k]);

			/* a stem has at least two characters: 内蒙古, 东乡族 */
			stripped = len >= n + 2 * HAN && !memcmp(d->name + len - n, peoples[k], n);
			if (stripped)
				len -= n;
		}
	} while (stripped);
	if (len > 2 * HAN && !memcmp(d->name + len - HAN, "族", HAN))
		len -= HAN;
	stem = g_strndup(d->name, len);
	add_name(g_strdup_printf("%s自治%s", stem, kind), i, "YS_NAME_FULL");
	add_name(g_strdup_printf("%s%s", stem, kind), i, "YS_NAME_FULL");
	if (!strcmp(kind, "县")) {
		add_name(g_strndup(d->name, kind - d->name), i, "YS_NAME_FULL");
		if (len + HAN < (gsize)(mark - d->name))
			add_name(g_strndup(d->name, mark - d->name), i, "YS_NAME_FULL");
	}
	add_short(stem, i);
}

static void add_names(guint i)
{
	const division *d = &g_array_index(divisions, division, i);
	const char *mark = strstr(d->name, "自治");

	add_name(g_strdup(d->name), i, "YS_NAME_FULL");
	if (is_zone(d))
		return;
	if (mark) {
		add_autonomous(d, i, mark);
		return;
	}
	for (guint k = 0; k < G_N_ELEMENTS(suffixes); k++) {
		g_autofree char *stem = NULL;

		if (!g_str_has_suffix(d->name, suffixes[k]))
			continue;
		stem = g_strndup(d->name, strlen(d->name) - strlen(suffixes[k]));
		/* 南县 is never called 南 */
		if (g_utf8_strlen(stem, -1) < 2)
			continue;
		add_short(stem, i);
		return;
	}
}

static void load_names(void)
{
	names = g_array_new(FALSE, FALSE, sizeof(name));
	words = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint i = 0; i < division_aka_rows_count; i++) {
		const char *const *f = division_aka_rows[i].field;

		if (f[AKA_CODE] && !strcmp(f[AKA_CODE], "-"))
			g_hash_table_add(words, (char *)f[AKA_NAME]);
		else if (!f[AKA_CODE] || find(f[AKA_CODE]) < 0 || strpbrk(f[AKA_NAME], "\"\\"))
			fail("no division has this code", f[AKA_NAME]);
		else
			add_name(g_strdup(f[AKA_NAME]), find(f[AKA_CODE]), "YS_NAME_FULL");
	}
	for (guint i = 0; i < divisions->len; i++)
		add_names(i);
	g_array_sort(names, by_text);
}

static void print_text(void)
{
	gsize offset = 0;

	printf("static const char division_text[] =\n");
	for (guint i = 0; i < divisions->len; i++) {
		division *d = &g_array_index(divisions, division, i);

		d->text = offset;
		offset += strlen(d->name) + 1;
		printf("\t\"%s\\0\"\n", d->name);
	}
	for (guint i = 0; i < names->len; i++)
		printf("\t\"%s\"\n", g_array_index(names, name, i).text);
	printf("\t;\n\n");
}

static void print_divisions(void)
{
	printf("static const struct {\n\tchar code[7];\n\tguint8 level;\n\tgint16 parent;\n\tguint32 name;\n}"
	       " divisions[] = {\n");
	for (guint i = 0; i < divisions->len; i++) {
		const division *d = &g_array_index(divisions, division, i);
		const char *level = is_zone(d) ? "YS_ZONE" : !strcmp(d->level, "county") ? "YS_COUNTY" :
				    !strcmp(d->level, "prefecture") ? "YS_PREFECTURE" : "YS_PROVINCE";
		int parent = *d->parent ? find(d->parent) : -1;

		if (*d->parent && parent < 0)
			fail("no such parent", d->name);
		printf("\t{ \"%s\", %s, %d, %zu },\n", d->code, level, parent, d->text);
	}
	printf("};\n\n");
}

static void print_names(void)
{
	const division *last = &g_array_index(divisions, division, divisions->len - 1);
	gsize offset = last->text + strlen(last->name) + 1;

	printf("static const struct {\n\tguint32 text;\n\tguint8 len, form;\n\tguint16 division;\n}"
	       " division_names[] = {\n");
	for (guint i = 0; i < names->len; i++) {
		const name *n = &g_array_index(names, name, i);

		if (!i || !same_meaning(n, n - 1))
			printf("\t{ %zu, %zu, %s, %u },\n", offset, strlen(n->text), n->form, n->division);
		offset += strlen(n->text);
	}
	printf("};\n");
}

int main(void)
{
	load_divisions();
	load_names();
	printf("/* Made by gen_divisions; do not edit. */\n");
	print_text();
	print_divisions();
	print_names();
	return fflush(stdout) == 0 && !ferror(stdout) ? EXIT_SUCCESS : EXIT_FAILURE;
}
