#include <string.h>

#include "index/compare/changes.h"
#include "src/output/printer.h"
#include "src/output/text.h"
#include "tools/tool.h"

/* ---- text ---- */

static void append_record(GString *out, const ys_record_change *change)
{
	g_string_append_printf(out, "  %-9s  %-7s  ", ys_change_kind_name(change->kind), ys_record_type_name(change->type));
	if (change->title)
		ys_text_append_safe(out, change->title);
	if (change->before != YS_AMOUNT_NONE) {
		g_string_append(out, "  ");
		ys_amount_append_wan(out, change->before);
	}
	if (change->before != YS_AMOUNT_NONE && change->now != YS_AMOUNT_NONE && change->before != change->now)
		g_string_append(out, " ->");
	if (change->now != YS_AMOUNT_NONE && change->before != change->now) {
		g_string_append(out, change->before == YS_AMOUNT_NONE ? "  " : " ");
		ys_amount_append_wan(out, change->now);
	}
	g_string_append_printf(out, "  [%s]\n", change->id);
}

static void append_text(GString *out, const ys_changes *changes)
{
	for (guint i = 0; i < changes->publications->len; i++) {
		const ys_publication_change *change = g_ptr_array_index(changes->publications, i);

		g_string_append_printf(out, "%-9s  ", ys_change_kind_name(change->kind));
		ys_text_append_safe(out, change->title ? change->title : change->path);
		g_string_append_printf(out, "  %u projects, %u lines  [%s]\n", change->records[YS_PROJECT],
				       change->records[YS_LINE], change->id);
		for (guint k = 0; k < change->changes->len; k++)
			append_record(out, g_ptr_array_index(change->changes, k));
	}
}

/* ---- JSON ---- */

static void print_record(ys_printer *p, const ys_record_change *change)
{
	p->begin_map(p, NULL);
	p->string(p, "change", ys_change_kind_name(change->kind));
	p->string(p, "type", ys_record_type_name(change->type));
	p->string(p, "id", change->id);
	p->string(p, "title", change->title);
	p->amount(p, "before", change->before);
	p->amount(p, "amount", change->now);
	p->end(p);
}

static void append_json(GString *out, const ys_changes *changes)
{
	g_autoptr(ys_printer) p = ys_printer_json_new(out, YS_JSON_YUAN);

	p->begin_map(p, NULL);
	p->integer(p, "from", changes->from);
	p->integer(p, "to", changes->to);
	p->begin_list(p, "publications");
	for (guint i = 0; i < changes->publications->len; i++) {
		const ys_publication_change *change = g_ptr_array_index(changes->publications, i);
		guint64 records[YS_N_TYPES];

		for (int type = 0; type < YS_N_TYPES; type++)
			records[type] = change->records[type];
		p->begin_map(p, NULL);
		p->string(p, "change", ys_change_kind_name(change->kind));
		p->string(p, "id", change->id);
		p->string(p, "title", change->title);
		p->string(p, "path", change->path);
		ys_printer_record_counts(p, records);
		p->begin_list(p, "changes");
		for (guint k = 0; k < change->changes->len; k++)
			print_record(p, g_ptr_array_index(change->changes, k));
		p->end(p);
		p->end(p);
	}
	p->end(p);
	p->end(p);
	g_string_append_c(out, '\n');
}

/* ---- the command ---- */

static gboolean read_number(const char *text, guint *number)
{
	guint64 n;

	if (!g_ascii_string_to_unsigned(text, 10, 1, G_MAXUINT32, &n, NULL))
		return FALSE;
	*number = (guint)n;
	return TRUE;
}

int cmd_diff(int argc, char **argv)
{
	static char *index, *format;
	static const GOptionEntry entries[] = {
		{ "index", 0, 0, G_OPTION_ARG_FILENAME, &index, "The index directory", "DIR" },
		{ "format", 'f', 0, G_OPTION_ARG_FILENAME, &format, "text or json", "FORMAT" },
		G_OPTION_ENTRY_NULL
	};
	g_auto(GStrv) rest = NULL;
	g_autofree char *dir = NULL;
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_changes) changes = NULL;
	g_autoptr(GString) out = g_string_new(NULL);
	guint numbers[2] = { 0, 0 };

	if (!tool_options(argc, argv, entries, "[GENERATION [GENERATION]]",
			  "What was added, corrected and removed between two generations: the one before and the live one, "
			  "unless others are named.", &rest))
		return EXIT_USAGE;
	if (format && strcmp(format, "text") && strcmp(format, "json"))
		return tool_usage("diff", "'%s' is no format; there are text and json", format);
	for (guint i = 0; rest[i]; i++)
		if (i == 2 || !read_number(rest[i], &numbers[i]))
			return tool_usage("diff", "'%s' is not understood; diff takes numbers of two generations", rest[i]);
	dir = tool_index_dir(index);
	changes = ys_changes_new(dir, numbers[0], numbers[1], &error);
	if (!changes)
		return tool_fail(error);
	(format && !strcmp(format, "json") ? append_json : append_text)(out, changes);
	if (!tool_write(out))
		return 74;
	return changes->publications->len ? EXIT_FOUND : EXIT_NOTHING;
}
