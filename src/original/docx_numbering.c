#include "src/original/docx_numbering.h"

#include <string.h>

#include "src/original/numeral.h"

#define LEVELS 9
/* A document has some hundreds at most. */
#define LISTS_MAX 10000
/* Bytes of a number, about: in the text of the document it stands for each paragraph. */
#define NUMBER_MAX 100

typedef struct level {
	int start;
	char *format, *text, *style;    /* w:numFmt, w:lvlText, w:pStyle; NULL: not said */
	gboolean legal;         /* all numbers in it are decimal */
	gboolean blank;         /* behind the number */
	int restarts_after;     /* level from 1 that starts it anew; 0: none; LEVELS: any above */
} level;

/* Lists of one abstract list count on together. */
typedef struct {
	level levels[LEVELS];
	int counters[LEVELS];
	gboolean begun[LEVELS];
	char *style;            /* of numbering that says what the list is; NULL: it does itself */
} abstract_list;

typedef struct list {
	abstract_list *abstract;
	int starts[LEVELS];     /* at the first paragraph of this list; -1: it counts on */
} list;

struct ys_docx_numbering {
	GHashTable *abstracts, *lists;  /* by number */
	GHashTable *styles;
};

static void level_clear(level *level)
{
	g_free(level->format);
	g_free(level->text);
	g_free(level->style);
}

static void abstract_free(abstract_list *abstract)
{
	for (int i = 0; i < LEVELS; i++)
		level_clear(&abstract->levels[i]);
	g_free(abstract->style);
	g_free(abstract);
}

static char *value_of(const xmlNode *node, const char *child)
{
	return g_strdup(ys_xml_value(ys_xml_child(node, child), "val"));
}

static void set_level(level *level, const xmlNode *node)
{
	const char *suffix = ys_xml_value(ys_xml_child(node, "suff"), "val");

	level_clear(level);
	*level = (struct level){
		.start = ys_xml_int(ys_xml_child(node, "start"), "val", 0),
		.format = value_of(node, "numFmt"),
		.text = value_of(node, "lvlText"),
		.style = value_of(node, "pStyle"),
		.legal = ys_xml_on(ys_xml_child(node, "isLgl"), "val"),
		.blank = !suffix || strcmp(suffix, "nothing"),
		.restarts_after = ys_xml_int(ys_xml_child(node, "lvlRestart"), "val", LEVELS),
	};
}

static abstract_list *abstract_new(const xmlNode *node)
{
	abstract_list *abstract = g_new0(abstract_list, 1);

	abstract->style = value_of(node, "numStyleLink");
	for (xmlNode *lvl = ys_xml_child(node, "lvl"); lvl; lvl = ys_xml_skip_to(lvl->next, "lvl")) {
		int i = ys_xml_int(lvl, "ilvl", -1);

		if (i >= 0 && i < LEVELS)
			set_level(&abstract->levels[i], lvl);
	}
	return abstract;
}

/* A list that only says which style of numbering it is takes what the list of that style is. */
static abstract_list *follow_style(ys_docx_numbering *numbering, abstract_list *abstract)
{
	ys_docx_style style;
	list *other;

	if (!abstract || !abstract->style)
		return abstract;
	style = ys_docx_style_of(numbering->styles, abstract->style);
	other = g_hash_table_lookup(numbering->lists, GINT_TO_POINTER(style.numbering));
	return other ? other->abstract : abstract;
}

static list *list_new(ys_docx_numbering *numbering, const xmlNode *node)
{
	int id = ys_xml_int(ys_xml_child(node, "abstractNumId"), "val", -1);
	list *list = g_new0(struct list, 1);

	list->abstract = g_hash_table_lookup(numbering->abstracts, GINT_TO_POINTER(id));
	for (int i = 0; i < LEVELS; i++)
		list->starts[i] = -1;
	for (xmlNode *own = ys_xml_child(node, "lvlOverride"); own; own = ys_xml_skip_to(own->next, "lvlOverride")) {
		int i = ys_xml_int(own, "ilvl", -1);
		const xmlNode *lvl = ys_xml_child(own, "lvl");

		if (i < 0 || i >= LEVELS)
			continue;
		list->starts[i] = ys_xml_int(ys_xml_child(own, "startOverride"), "val", -1);
		/* one list alone has a level of its own; that others of the abstract list see it does no harm */
		if (lvl && list->abstract)
			set_level(&list->abstract->levels[i], lvl);
	}
	return list;
}

ys_docx_numbering *ys_docx_numbering_new(const xmlNode *root, GHashTable *styles)
{
	ys_docx_numbering *numbering = g_new0(ys_docx_numbering, 1);
	GHashTableIter iter;
	gpointer value;

	numbering->styles = styles;
	numbering->abstracts = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)abstract_free);
	numbering->lists = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	for (xmlNode *node = ys_xml_child(root, "abstractNum");
	     node && g_hash_table_size(numbering->abstracts) < LISTS_MAX; node = ys_xml_skip_to(node->next, "abstractNum"))
		g_hash_table_replace(numbering->abstracts,
				     GINT_TO_POINTER(ys_xml_int(node, "abstractNumId", -1)), abstract_new(node));
	for (xmlNode *node = ys_xml_child(root, "num"); node && g_hash_table_size(numbering->lists) < LISTS_MAX;
	     node = ys_xml_skip_to(node->next, "num"))
		g_hash_table_replace(numbering->lists, GINT_TO_POINTER(ys_xml_int(node, "numId", -1)),
				     list_new(numbering, node));
	g_hash_table_iter_init(&iter, numbering->lists);
	while (g_hash_table_iter_next(&iter, NULL, &value))
		((list *)value)->abstract = follow_style(numbering, ((list *)value)->abstract);
	return numbering;
}

void ys_docx_numbering_free(ys_docx_numbering *numbering)
{
	if (!numbering)
		return;
	g_hash_table_unref(numbering->lists);
	g_hash_table_unref(numbering->abstracts);
	g_free(numbering);
}

/* ---- a number in its format ---- */

static void append_roman(GString *out, int number, gboolean lower)
{
	static const struct {
		int value;
		const char *upper, *lower;
	} parts[] = {
		{ 1000, "M", "m" }, { 900, "CM", "cm" }, { 500, "D", "d" }, { 400, "CD", "cd" }, { 100, "C", "c" },
		{ 90, "XC", "xc" }, { 50, "L", "l" }, { 40, "XL", "xl" }, { 10, "X", "x" }, { 9, "IX", "ix" },
		{ 5, "V", "v" }, { 4, "IV", "iv" }, { 1, "I", "i" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
		for (; number >= parts[i].value; number -= parts[i].value)
			g_string_append(out, lower ? parts[i].lower : parts[i].upper);
}

/* a to z, then aa to zz. */
static void append_letter(GString *out, int number, char first)
{
	number = MIN(number, 26 * NUMBER_MAX);
	for (int i = 0; i <= (number - 1) / 26; i++)
		g_string_append_c(out, first + (number - 1) % 26);
}

/* One of a row of characters that stand side by side in Unicode; FALSE: there is none for the number. */
static gboolean append_of_row(GString *out, int number, gunichar first, int n)
{
	if (number < 1 || number > n)
		return FALSE;
	g_string_append_unichar(out, first + number - 1);
	return TRUE;
}

static gboolean append_of_cycle(GString *out, int number, const char *characters)
{
	int n = g_utf8_strlen(characters, -1);

	if (number < 1 || number > n)
		return FALSE;
	g_string_append_unichar(out, g_utf8_get_char(g_utf8_offset_to_pointer(characters, number - 1)));
	return TRUE;
}

/* FALSE: it is not one of these. */
static gboolean append_chinese(GString *out, int number, const char *format)
{
	static const struct {
		const char *format;
		gboolean by_digits;
		ys_numeral numeral;
	} formats[] = {
		{ "chineseCounting", FALSE, YS_NUMERAL_CHINESE }, { "chineseCountingThousand", FALSE, YS_NUMERAL_CHINESE },
		{ "japaneseCounting", FALSE, YS_NUMERAL_CHINESE }, { "taiwaneseCounting", FALSE, YS_NUMERAL_CHINESE },
		{ "taiwaneseCountingThousand", FALSE, YS_NUMERAL_CHINESE },
		{ "ideographDigital", TRUE, YS_NUMERAL_CHINESE }, { "taiwaneseDigital", TRUE, YS_NUMERAL_CHINESE },
		{ "japaneseDigitalTenThousand", TRUE, YS_NUMERAL_CHINESE },
		{ "chineseLegalSimplified", FALSE, YS_NUMERAL_LEGAL }, { "ideographLegalTraditional", FALSE, YS_NUMERAL_LEGAL },
		{ "japaneseLegal", FALSE, YS_NUMERAL_LEGAL },
		{ "decimalFullWidth", TRUE, YS_NUMERAL_WIDE }, { "decimalFullWidth2", TRUE, YS_NUMERAL_WIDE },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(formats); i++) {
		g_autofree char *digits = NULL;

		if (strcmp(formats[i].format, format))
			continue;
		digits = g_strdup_printf("%d", number);
		if (formats[i].by_digits)
			ys_numeral_append_digits(out, digits, formats[i].numeral);
		else
			ys_numeral_append(out, number, formats[i].numeral);
		return TRUE;
	}
	return FALSE;
}

/* FALSE: it is not one of these, or they have none for the number. */
static gboolean append_sign(GString *out, int number, const char *format)
{
	if (!strcmp(format, "decimalEnclosedCircle") || !strcmp(format, "decimalEnclosedCircleChinese"))
		return append_of_row(out, number, 0x2460, 20);
	if (!strcmp(format, "decimalEnclosedFullstop"))
		return append_of_row(out, number, 0x2488, 20);
	if (!strcmp(format, "decimalEnclosedParen"))
		return append_of_row(out, number, 0x2474, 20);
	if (!strcmp(format, "ideographEnclosedCircle"))
		return append_of_row(out, number, 0x3220, 10);
	if (!strcmp(format, "ideographTraditional"))
		return append_of_cycle(out, number, "甲乙丙丁戊己庚辛壬癸");
	if (!strcmp(format, "ideographZodiac"))
		return append_of_cycle(out, number, "子丑寅卯辰巳午未申酉戌亥");
	return FALSE;
}

static void append_number(GString *out, int number, const char *format)
{
	number = CLAMP(number, 0, 32767);
	if (!format || !strcmp(format, "none"))
		return;
	if (append_chinese(out, number, format) || append_sign(out, number, format))
		return;
	if (number && g_str_has_suffix(format, "Roman"))
		append_roman(out, number, *format == 'l');
	else if (number && g_str_has_suffix(format, "Letter"))
		append_letter(out, number, *format == 'l' ? 'a' : 'A');
	else
		g_string_append_printf(out, strcmp(format, "decimalZero") ? "%d" : "%02d", number);
}

/* ---- counting ---- */

/* A level counts from its start again behind a paragraph of a higher one. */
static void restart_below(abstract_list *abstract, int level)
{
	for (int i = level + 1; i < LEVELS; i++)
		if (abstract->levels[i].restarts_after > level)
			abstract->begun[i] = FALSE;
}

static void count(list *list, int level)
{
	abstract_list *abstract = list->abstract;

	/* levels above that have no paragraph yet show their start */
	for (int i = 0; i < level; i++)
		if (!abstract->begun[i]) {
			abstract->counters[i] = abstract->levels[i].start;
			abstract->begun[i] = TRUE;
		}
	if (list->starts[level] >= 0) {
		abstract->counters[level] = list->starts[level];
		list->starts[level] = -1;
	} else if (abstract->begun[level]) {
		abstract->counters[level]++;
	} else {
		abstract->counters[level] = abstract->levels[level].start;
	}
	abstract->begun[level] = TRUE;
	restart_below(abstract, level);
}

/* "%1.%2、": each number in the format of its own level. */
static void append_text(const abstract_list *abstract, const level *level, GString *out)
{
	gsize begin = out->len;

	for (const char *p = level->text ? level->text : ""; *p && out->len - begin < NUMBER_MAX; p++) {
		int i = p[0] == '%' && p[1] >= '1' && p[1] <= '9' ? p[1] - '1' : -1;

		if (i < 0) {
			g_string_append_c(out, *p);
			continue;
		}
		append_number(out, abstract->counters[i], level->legal ? "decimal" : abstract->levels[i].format);
		p++;
	}
}

static int level_of_style(const abstract_list *abstract, const char *style)
{
	for (int i = 0; style && i < LEVELS; i++)
		if (!g_strcmp0(abstract->levels[i].style, style))
			return i;
	return 0;
}

void ys_docx_numbering_append(ys_docx_numbering *numbering, int id, int level, const char *style, GString *out)
{
	list *list = g_hash_table_lookup(numbering->lists, GINT_TO_POINTER(id));
	const struct level *is;
	gsize before = out->len;

	if (!list || !list->abstract || level >= LEVELS)
		return;
	if (level < 0)
		level = level_of_style(list->abstract, style);
	is = &list->abstract->levels[level];
	count(list, level);
	if (!g_strcmp0(is->format, "bullet"))
		return;
	append_text(list->abstract, is, out);
	if (out->len > before && is->blank)
		g_string_append_c(out, ' ');
}
