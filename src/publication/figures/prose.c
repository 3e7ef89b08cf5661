/* A paragraph with an amount or per cent in it is read once, a character at a time.  What stands since
 * the last border is the label of the next number, and label.h tells what it says.  The rest is memory:
 * what was spoken of last, in the sentence and in each bracket around it, so that 其中项目支出,
 * 比上年减少 and a bare 增长5% find what they are about.  The first number of a figure is kept; later
 * ones mostly repeat it. */
#include "src/publication/figures/prose.h"

#include <string.h>

/* Brackets inside brackets inside brackets: nobody writes more. */
#define DEPTH_MAX 8
/* The words before a number, in bytes: more than this is no label. */
#define LABEL_MAX 300

/* What was spoken of last. */
typedef struct {
	ys_figure_id figure;
	ys_figure value;
	char *label;
	int year;               /* said of it; 0 none */
	gboolean ended;         /* its sentence is over */
	gboolean changed;       /* what it grew by was said */
} subject;

typedef struct {
	ys_prose *out;
	int year;
	gboolean final_account;
	int line;

	GString *label;         /* since the last border */
	GString *between;       /* since the last number */
	GString *words;         /* the same with its marks */
	guint paragraph, sentence;
	ys_figure_id pending;   /* named in this sentence without a number */
	gboolean families[2];   /* 三公, procurement: named in this paragraph */
	subject now, outer[DEPTH_MAX];
	guint depth;
	subject whole;          /* of which this sentence names parts, 其中; its amount YS_AMOUNT_NONE: of none */
	gboolean part_changed;  /* it was said of one of them what it grew by */
	ys_figure change;       /* just read; amount YS_AMOUNT_NONE if not */
	ys_measure against;     /* of the change */
	gboolean since_before;  /* it is against the year before */
	gboolean undecided;     /* whether it is the last part that changed, or the whole */
	gboolean change_is_ours;/* it went into out->change */
	int level;              /* how good the source of out->change is; 0 none */
} reader;

static const ys_figure no_figure = { YS_AMOUNT_NONE, 0, 0 };

/* ---- what a number means ---- */

static void set_whole(reader *r, const subject *whole)
{
	g_free(r->whole.label);
	r->whole = whole ? *whole : (subject){ .value = no_figure };
	r->whole.label = whole ? g_strdup(whole->label) : NULL;
	r->part_changed = FALSE;
}

static void set_subject(reader *r, ys_figure_id figure, const ys_figure *value)
{
	r->now.figure = figure;
	r->now.value = *value;
	g_free(r->now.label);
	r->now.label = g_strdup(r->label->str);
	r->now.ended = r->now.changed = FALSE;
}

static void keep(reader *r, ys_figure_id figure, const ys_figure *value)
{
	if (r->out->figures[figure].amount == YS_AMOUNT_NONE)
		r->out->figures[figure] = *value;
}

static gboolean is_wanted(const reader *r, const ys_label *label)
{
	if (label->year && r->year && label->year != r->year)
		return FALSE;
	if (label->measure == YS_MEASURE_UNSAID)
		return TRUE;
	return (label->measure == YS_MEASURE_EXECUTED) == r->final_account;
}

static ys_figure_id figure_meant(const reader *r, const ys_label *label)
{
	ys_figure_id figure = label->figure;

	if (figure == YS_FIGURE_NONE && label->filler)
		figure = r->pending != YS_FIGURE_NONE ? r->pending
			 : r->now.ended		      ? YS_FIGURE_NONE
						      : r->now.figure;
	if (figure != YS_FIGURE_NONE && label->needs_family &&
	    !r->families[ys_figure_is_procurement(figure) ? 1 : 0])
		return YS_FIGURE_NONE;
	return figure;
}

static void take_amount(reader *r, const ys_label *label, const ys_figure *value)
{
	ys_figure_id figure = figure_meant(r, label);

	if (figure == YS_FIGURE_BALANCE && is_wanted(r, label)) {
		keep(r, YS_FIGURE_INCOME, value);
		keep(r, YS_FIGURE_EXPENDITURE, value);
	} else if (figure < YS_N_FIGURES && is_wanted(r, label)) {
		keep(r, figure, value);
	}
	r->families[0] |= figure < YS_N_FIGURES && ys_figure_is_three_public(figure);
	r->families[1] |= figure < YS_N_FIGURES && ys_figure_is_procurement(figure);
	if (strstr(r->between->str, "其中"))
		set_whole(r, r->now.value.amount == YS_AMOUNT_NONE ? NULL : &r->now);
	set_subject(r, figure, value);
	r->now.year = label->year;
	r->change.amount = YS_AMOUNT_NONE;
}

/* 2025年收入240万元，2024年收入363万元，同比减少123万元: the amount of an earlier year is what is compared with, if the
 * words do not say with which year it is compared itself. */
static gboolean is_compared_with(const reader *r, const ys_label *change)
{
	return r->now.year && r->now.year < r->year && !change->year;
}

/* The change of what figure tells the change of the publication: of the total, or else of
 * the appropriation; 0 of none. */
static int level_of(ys_figure_id figure)
{
	switch (figure) {
	case YS_FIGURE_INCOME:
	case YS_FIGURE_EXPENDITURE:
	case YS_FIGURE_BALANCE:
		return 2;
	case YS_FIGURE_APPROPRIATION:
		return 1;
	default:
		return 0;
	}
}

static gboolean same_figure(ys_figure_id a, ys_figure_id b)
{
	return a != YS_FIGURE_NONE && (a == b || (level_of(a) == 2 && level_of(b) == 2));
}

/* Of a figure of this publication against the year before. */
static void note_change(reader *r)
{
	static const ys_figure_id both[] = { YS_FIGURE_INCOME, YS_FIGURE_EXPENDITURE };
	gboolean balance = r->now.figure == YS_FIGURE_BALANCE;
	int level = level_of(r->now.figure);

	r->now.changed = TRUE;
	r->undecided = FALSE;
	r->change_is_ours = level > r->level && r->since_before;
	if (r->change_is_ours) {
		r->level = level;
		r->out->change = r->change;
		r->out->change_percent = YS_PERCENT_NONE;
	}
	for (guint i = 0; r->since_before && i < (balance ? G_N_ELEMENTS(both) : 1); i++) {
		ys_figure_id figure = balance ? both[i] : r->now.figure;
		ys_change change = { figure, r->change, r->against };

		if (figure < YS_N_FIGURES && r->out->figures[figure].amount == r->now.value.amount)
			g_array_append_val(r->out->changes, change);
	}
}

static void take_change(reader *r, const ys_label *label, ys_figure value)
{
	r->change.amount = YS_AMOUNT_NONE;
	if (!label->compares || r->now.value.amount == YS_AMOUNT_NONE || is_compared_with(r, label) ||
	    (label->figure != YS_FIGURE_NONE && !same_figure(label->figure, r->now.figure)) ||
	    (r->now.ended && !same_figure(label->figure, r->now.figure)) || (r->now.changed && label->filler))
		return;
	value.amount *= label->direction;
	r->change = value;
	r->against = label->measure;
	r->since_before = ys_label_says_before(r->between->str, r->year);
	/* a万元，其中：b万元，c万元，比上年增加: the percentage will tell */
	r->undecided = r->whole.value.amount != YS_AMOUNT_NONE && !r->whole.changed && !r->part_changed &&
		       label->figure == YS_FIGURE_NONE;
	r->part_changed = TRUE;
	if (!r->undecided)
		note_change(r);
}

static void growth_free(ys_growth *growth)
{
	g_free(growth->label);
	g_free(growth);
}

/* percent is change / (amount - change), as near as two percent of itself. */
static gboolean is_growth_of(const subject *s, ys_amount change, ys_percent percent)
{
	ys_amount before, exact;

	if (__builtin_sub_overflow(s->value.amount, change, &before) || before <= 0)
		return FALSE;
	exact = (ys_amount)((__int128)change * 10000 / before);
	return ys_amount_distance(exact, percent) <= (guint64)ABS((gint64)percent) / 50 + 1;
}

/* The last part, unless it is the whole that the percentage fits. */
static void decide(reader *r, ys_percent percent)
{
	if (is_growth_of(&r->whole, r->change.amount, percent) && !is_growth_of(&r->now, r->change.amount, percent)) {
		g_free(r->now.label);
		r->now = r->whole;
		r->now.label = g_strdup(r->whole.label);
	}
	note_change(r);
}

static void take_percent(reader *r, const ys_label *label, ys_percent percent, ys_percent place)
{
	ys_growth *growth;

	if (r->change.amount != YS_AMOUNT_NONE && (label->direction || label->filler)) {
		percent *= label->direction ? label->direction : r->change.amount < 0 ? -1 : 1;
		if (r->undecided)
			decide(r, percent);
		growth = g_new0(ys_growth, 1);
		*growth = (ys_growth){ r->now.value, r->change, percent, place, g_strdup(r->now.label) };
		g_ptr_array_add(r->out->growths, growth);
		if (r->change_is_ours)
			r->out->change_percent = percent;
	}
	r->change.amount = YS_AMOUNT_NONE;
}

/* ---- where a number stands ---- */

static void clear_label(reader *r)
{
	g_string_append_c(r->between, ' ');
	g_string_truncate(r->label, 0);
}

/* A comma or the like: a figure named without a number may get it later in the sentence. */
static void end_clause(reader *r)
{
	if (r->label->len && r->label->len <= LABEL_MAX) {
		ys_label label = ys_label_read(r->label->str);

		if (label.figure != YS_FIGURE_NONE && !label.direction)
			r->pending = label.figure;
	}
	clear_label(r);
}

static void end_sentence(reader *r)
{
	clear_label(r);
	r->sentence++;
	r->now.ended = TRUE;
	r->pending = YS_FIGURE_NONE;
	set_whole(r, NULL);
}

static void open_bracket(reader *r)
{
	end_clause(r);
	if (r->depth < DEPTH_MAX) {
		r->outer[r->depth] = r->now;
		r->now.label = g_strdup(r->now.label);
	}
	r->depth++;
}

static void close_bracket(reader *r)
{
	end_clause(r);
	if (!r->depth)
		return;
	r->depth--;
	set_whole(r, NULL);
	if (r->depth < DEPTH_MAX) {
		g_free(r->now.label);
		r->now = r->outer[r->depth];
		/* the closing bracket may stand behind the full stop inside it */
		r->now.ended = FALSE;
	}
}

/* Length of the number at p, which begins with a digit; *decimals behind its point. */
static gsize number_length(const char *p, guint *decimals)
{
	gsize n = strspn(p, "0123456789"), fraction;

	*decimals = 0;
	while (p[n] == ',' && strspn(p + n + 1, "0123456789") == 3)
		n += 4;
	if (p[n] != '.')
		return n;
	fraction = strspn(p + n + 1, "0123456789");
	if (!fraction)
		return n;
	*decimals = fraction;
	return n + 1 + fraction;
}

/* The unit at p, in fen; *len its length.  0 if there is none, or it goes on: 元/个. */
static gint64 unit_at(const char *p, gsize *len)
{
	gint64 fen;

	*len = ys_unit_at(p, &fen);
	return *len && p[*len] != '/' ? fen : 0;
}

static gint64 place_of(gint64 unit, guint decimals)
{
	while (decimals-- && unit > 1)
		unit /= 10;
	return unit;
}

static void note_number(reader *r, const ys_label *label, const ys_figure *value, gboolean percent)
{
	ys_prose_number number = { g_strdup(r->words->str), *label, *value, percent, r->paragraph, r->sentence };

	g_array_append_val(r->out->numbers, number);
	g_string_truncate(r->words, 0);
}

/* The number at p, if a unit follows it; returns what is behind it, NULL if it is part of
 * the words (2023年, 12345热线). */
static const char *take_number(reader *r, const char *p, gboolean negative)
{
	guint decimals;
	gsize len = number_length(p, &decimals), unit_len = 0;
	const char *behind = p + len + strspn(p + len, " ");
	g_autofree char *digits = g_strndup(p, len);
	gint64 unit = unit_at(behind, &unit_len);
	gboolean percent = *behind == '%';
	ys_amount amount;
	ys_label label;

	if (!unit && !percent)
		return NULL;
	amount = ys_amount_parse(digits, percent ? 100 : unit);
	label = ys_label_read(r->label->len <= LABEL_MAX ? r->label->str : "占");
	g_string_append(r->between, r->label->str);
	if (amount != YS_AMOUNT_NONE) {
		ys_figure value = { negative ? -amount : amount, place_of(percent ? 100 : unit, decimals), r->line };

		note_number(r, &label, &value, percent);
		if (percent)
			take_percent(r, &label, value.amount, value.place);
		else if (label.direction)
			take_change(r, &label, value);
		else
			take_amount(r, &label, &value);
	}
	r->pending = YS_FIGURE_NONE;
	g_string_truncate(r->between, 0);
	g_string_truncate(r->label, 0);
	return behind + (percent ? 1 : unit_len);
}

/* p is an opening bracket.  Its closing one if there is no digit between them: （境）. */
static const char *plain_bracket(const char *p)
{
	for (const char *q = p + 1; *q && *q != '('; q = g_utf8_next_char(q)) {
		if (*q == ')')
			return q;
		if (g_ascii_isdigit(*q))
			return NULL;
	}
	return NULL;
}

/* One character that is no number; returns what comes next. */
static const char *take_character(reader *r, const char *p)
{
	const char *next = g_utf8_next_char(p);
	gunichar c = g_utf8_get_char(p);

	switch (c) {
	case '(':
		if (plain_bracket(p))
			return plain_bracket(p) + 1;
		open_bracket(r);
		break;
	case ')':
		close_bracket(r);
		break;
	case U'。':
	case ';':
	case '\n':
		end_sentence(r);
		break;
	case ',':
	case ':':
	case U'、':
		end_clause(r);
		break;
	case '%':
		/* 增长--%: the growth has no number, and the next one is of something else
		 * (phenomenon 19) */
		r->change.amount = YS_AMOUNT_NONE;
		break;
	default:
		g_string_append_len(r->label, p, next - p);
		g_string_append_len(r->between, p, next - p);
		break;
	}
	return next;
}

static void read_text(reader *r, const char *text)
{
	for (const char *p = text; *p;) {
		gboolean negative =
			*p == '-' && g_ascii_isdigit(p[1]) && (p == text || !g_ascii_isalnum(p[-1]));
		const char *behind = NULL;

		if (negative || g_ascii_isdigit(*p)) {
			guint decimals;
			gsize len = number_length(p + negative, &decimals);

			behind = take_number(r, p + negative, negative);
			if (!behind) {
				g_string_append_len(r->label, p, len + negative);
				g_string_append_len(r->between, p, len + negative);
				g_string_append_len(r->words, p, len + negative);
				behind = p + negative + len;
			}
		}
		if (!behind) {
			behind = take_character(r, p);
			g_string_append_len(r->words, p, behind - p);
		}
		p = behind;
	}
}

/* ---- paragraphs ---- */

/* In one form: ASCII digits and brackets; 收、支总计 is one word. */
static char *normal_text(const char *text)
{
	g_autofree char *normal = g_utf8_normalize(text, -1, G_NORMALIZE_NFKC);
	g_auto(GStrv) parts = normal ? g_strsplit(normal, "收、支", -1) : NULL;

	return parts ? g_strjoinv("收支", parts) : g_strdup("");
}

static void read_paragraph(reader *r, const ys_block *block)
{
	g_autofree char *text = NULL;

	if (!strstr(block->text, "元") && !strchr(block->text, '%'))
		return;
	text = normal_text(block->text);
	r->line = block->first;
	r->pending = YS_FIGURE_NONE;
	r->families[0] = r->families[1] = FALSE;
	r->depth = 0;
	r->change = no_figure;
	set_subject(r, YS_FIGURE_NONE, &no_figure);
	set_whole(r, NULL);
	g_string_truncate(r->label, 0);
	g_string_truncate(r->between, 0);
	g_string_truncate(r->words, 0);
	r->sentence = 0;
	read_text(r, text);
	r->paragraph++;
	while (r->depth)
		close_bracket(r);
}

static void number_clear(ys_prose_number *number)
{
	g_free(number->words);
}

ys_prose *ys_prose_new(const ys_outline *outline, int year, const char *kind)
{
	ys_prose *prose = g_new0(ys_prose, 1);
	reader r = { .out = prose, .year = year, .final_account = !g_strcmp0(kind, "决算") };

	for (guint i = 0; i < YS_N_FIGURES; i++)
		prose->figures[i] = no_figure;
	prose->change = no_figure;
	prose->change_percent = YS_PERCENT_NONE;
	prose->numbers = g_array_new(FALSE, FALSE, sizeof(ys_prose_number));
	g_array_set_clear_func(prose->numbers, (GDestroyNotify)number_clear);
	prose->changes = g_array_new(FALSE, FALSE, sizeof(ys_change));
	prose->growths = g_ptr_array_new_with_free_func((GDestroyNotify)growth_free);
	r.label = g_string_new(NULL);
	r.between = g_string_new(NULL);
	r.words = g_string_new(NULL);
	for (guint i = 0; i < outline->blocks->len; i++) {
		const ys_block *block = g_ptr_array_index(outline->blocks, i);

		if (block->kind == YS_BLOCK_PARAGRAPH)
			read_paragraph(&r, block);
	}
	g_free(r.now.label);
	g_free(r.whole.label);
	g_string_free(r.label, TRUE);
	g_string_free(r.between, TRUE);
	g_string_free(r.words, TRUE);
	return prose;
}

void ys_prose_free(ys_prose *prose)
{
	if (!prose)
		return;
	g_ptr_array_unref(prose->growths);
	g_array_unref(prose->numbers);
	g_array_unref(prose->changes);
	g_free(prose);
}
