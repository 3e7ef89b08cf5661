#include <string.h>

#include "index/compare/coverage.h"
#include "index/schema.h"
#include "index/store/manifest.h"
#include "index/store/store.h"
#include "src/output/printer.h"
#include "src/output/text.h"
#include "src/text/fold.h"
#include "tools/present/stock.h"
#include "tools/tool.h"

/* How often each value occurs, in the order of the values. */
static void count(GTree *tree, const char *value)
{
	guint n = GPOINTER_TO_UINT(g_tree_lookup(tree, value));

	g_tree_replace(tree, g_strdup(value), GUINT_TO_POINTER(n + 1));
}

static int compare(gconstpointer a, gconstpointer b, gpointer data)
{
	(void)data;
	return strcmp(a, b);
}

static GTree *tree_new(void)
{
	return g_tree_new_full(compare, NULL, g_free, NULL);
}

static const char *region_name(const ys_region *region)
{
	return region->county ? region->county : region->city ? region->city
							      : region->province ? region->province : "?";
}

static void count_entries(const ys_manifest *manifest, GTree *years, GTree *regions)
{
	for (guint i = 0; i < manifest->entries->len; i++) {
		const ys_manifest_entry *entry = g_ptr_array_index(manifest->entries, i);
		g_autofree char *year = entry->year ? g_strdup_printf("%d", entry->year) : g_strdup("?");

		count(years, year);
		count(regions, region_name(&entry->region));
	}
}

static gboolean append_value(gpointer value, gpointer n, gpointer data)
{
	GString *out = data;

	ys_text_append_safe(out, value);
	g_string_append_printf(out, " (%u) ", GPOINTER_TO_UINT(n));
	return FALSE;
}

static void append_tree(GString *out, const char *label, GTree *tree)
{
	g_string_append_printf(out, "%-14s", label);
	g_tree_foreach(tree, append_value, out);
	g_string_truncate(out, out->len ? out->len - 1 : 0);
	g_string_append_c(out, '\n');
}

static gint64 bytes_of(const ys_manifest *manifest)
{
	gint64 bytes = 0;

	for (guint i = 0; i < manifest->segments->len; i++)
		bytes += ys_segment_info_bytes(g_ptr_array_index(manifest->segments, i));
	return bytes;
}

/* Records of hidden versions in a segment. */
static guint64 superseded_of(const ys_manifest *manifest, const ys_segment_info *info)
{
	guint64 live = 0;

	for (guint i = 0; i < manifest->entries->len; i++) {
		const ys_manifest_entry *entry = g_ptr_array_index(manifest->entries, i);

		if (!g_strcmp0(entry->segment, info->name))
			live += ys_manifest_entry_records(entry);
	}
	return info->records - MIN(live, info->records);
}

static void append_segments(GString *out, const ys_manifest *manifest)
{
	for (guint i = 0; i < manifest->segments->len; i++) {
		const ys_segment_info *info = g_ptr_array_index(manifest->segments, i);

		g_string_append_printf(out, "  %-12s%" G_GUINT64_FORMAT " records, %" G_GUINT64_FORMAT
				       " of them superseded, %.1f MB\n", info->name, info->records,
				       superseded_of(manifest, info), (double)ys_segment_info_bytes(info) / 1e6);
	}
}

static void append_generations(GString *out, const GArray *generations)
{
	g_string_append_printf(out, "%-14s", "directories");
	for (guint i = 0; i < generations->len; i++)
		g_string_append_printf(out, "%sgen-%04u", i ? " " : "", g_array_index(generations, guint, i));
	g_string_append_c(out, '\n');
}

/* ---- files that are not found by searches ---- */

/* The entries with documents, by identity and by file. */
static GHashTable *holders_new(const ys_manifest *manifest)
{
	GHashTable *holders = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < manifest->entries->len; i++) {
		ys_manifest_entry *entry = g_ptr_array_index(manifest->entries, i);

		g_hash_table_insert(holders, entry->identity, entry);
		g_hash_table_insert(holders, entry->file, entry);
	}
	return holders;
}

/* The entry that has the documents of the publication of this file. */
static const ys_manifest_entry *holder_of(GHashTable *holders, const ys_manifest_entry *entry)
{
	return g_hash_table_lookup(holders, entry->part_of ? entry->part_of : entry->identity);
}

static char *path_of(const ys_manifest_entry *entry)
{
	return entry ? g_filename_display_name(entry->path) : NULL;
}

static void append_superseded(GString *out, const ys_manifest *manifest)
{
	g_autoptr(GHashTable) holders = holders_new(manifest);

	for (guint i = 0; i < manifest->superseded->len; i++) {
		const ys_manifest_entry *entry = g_ptr_array_index(manifest->superseded, i);
		g_autofree char *path = path_of(entry), *by = path_of(holder_of(holders, entry));

		g_string_append_printf(out, "%-14s", entry->part_of ? "part" : "superseded");
		ys_text_append_safe(out, path);
		g_string_append(out, entry->part_of ? " of " : " by ");
		ys_text_append_safe(out, by ? by : "?");
		g_string_append_c(out, '\n');
	}
}

static void append_losses(GString *out, const ys_manifest *manifest)
{
	for (guint i = 0; i < manifest->entries->len; i++) {
		const ys_manifest_entry *entry = g_ptr_array_index(manifest->entries, i);
		g_autofree char *path = path_of(entry);

		for (guint k = 0; k < entry->losses->len; k++) {
			g_string_append_printf(out, "%-14s", "lost");
			ys_text_append_safe(out, path);
			g_string_append(out, ": ");
			ys_text_append_safe(out, g_ptr_array_index(entry->losses, k));
			g_string_append_c(out, '\n');
		}
	}
}

static void print_losses(ys_printer *p, const ys_manifest *manifest)
{
	p->begin_list(p, "lost");
	for (guint i = 0; i < manifest->entries->len; i++) {
		const ys_manifest_entry *entry = g_ptr_array_index(manifest->entries, i);
		g_autofree char *path = path_of(entry);

		for (guint k = 0; k < entry->losses->len; k++) {
			p->begin_map(p, NULL);
			p->string(p, "path", path);
			p->string(p, "message", g_ptr_array_index(entry->losses, k));
			p->end(p);
		}
	}
	p->end(p);
}

/* Files that have no documents of their own: those that are parts of another's publication, or those that are not. */
static void print_others(ys_printer *p, const ys_manifest *manifest, const char *key, const char *of, gboolean parts)
{
	g_autoptr(GHashTable) holders = holders_new(manifest);

	p->begin_list(p, key);
	for (guint i = 0; i < manifest->superseded->len; i++) {
		const ys_manifest_entry *entry = g_ptr_array_index(manifest->superseded, i);
		g_autofree char *path = path_of(entry), *by = path_of(holder_of(holders, entry));

		if ((entry->part_of != NULL) != parts)
			continue;
		p->begin_map(p, NULL);
		p->string(p, "path", path);
		p->string(p, of, by);
		p->end(p);
	}
	p->end(p);
}

static void append_passed_over(GString *out, const ys_manifest *manifest)
{
	for (guint i = 0; i < manifest->passed_over->len; i++) {
		const ys_manifest_entry *entry = g_ptr_array_index(manifest->passed_over, i);
		g_autofree char *path = path_of(entry);

		if (entry->members->len)
			continue;
		g_string_append_printf(out, "%-14s", "passed over");
		ys_text_append_safe(out, path);
		g_string_append(out, ": ");
		ys_text_append_safe(out, entry->passed_over);
		g_string_append_c(out, '\n');
	}
}

static void print_passed_over(ys_printer *p, const ys_manifest *manifest)
{
	p->begin_list(p, "passed_over");
	for (guint i = 0; i < manifest->passed_over->len; i++) {
		const ys_manifest_entry *entry = g_ptr_array_index(manifest->passed_over, i);
		g_autofree char *path = path_of(entry);

		if (entry->members->len)
			continue;
		p->begin_map(p, NULL);
		p->string(p, "path", path);
		p->string(p, "message", entry->passed_over);
		p->end(p);
	}
	p->end(p);
}

static void append_text(GString *out, const char *dir, const ys_manifest *manifest, const GArray *generations,
			GTree *years, GTree *regions)
{
	g_string_append_printf(out, "%-14s%s\n", "index", dir);
	g_string_append_printf(out, "%-14s%u\n", "generation", manifest->generation);
	g_string_append_printf(out, "%-14s%d (this program: %d)\n", "schema", manifest->schema, YS_SCHEMA_CURRENT);
	g_string_append_printf(out, "%-14s%d (this program: %d)\n", "tokeniser", manifest->tokeniser,
			       YS_TOKENISER_VERSION);
	g_string_append_printf(out, "%-14s%u\n", "segments", manifest->segments->len);
	append_segments(out, manifest);
	g_string_append_printf(out, "%-14s%u\n", "hidden", manifest->hidden->len);
	g_string_append_printf(out, "%-14s%.1f MB\n", "size", (double)bytes_of(manifest) / 1e6);
	append_generations(out, generations);
	for (int type = 0; type < YS_N_TYPES; type++)
		g_string_append_printf(out, "%-14s%" G_GUINT64_FORMAT "\n", ys_record_type_name(type),
				       manifest->records[type]);
	append_tree(out, "years", years);
	append_tree(out, "regions", regions);
	append_superseded(out, manifest);
	append_losses(out, manifest);
	append_passed_over(out, manifest);
}

static gboolean print_value(gpointer value, gpointer n, gpointer data)
{
	ys_printer *p = data;

	p->integer(p, value, GPOINTER_TO_UINT(n));
	return FALSE;
}

static void print_tree(ys_printer *p, const char *key, GTree *tree)
{
	p->begin_map(p, key);
	g_tree_foreach(tree, print_value, p);
	p->end(p);
}

static void print_segments(ys_printer *p, const ys_manifest *manifest)
{
	p->begin_list(p, "segment_list");
	for (guint i = 0; i < manifest->segments->len; i++) {
		const ys_segment_info *info = g_ptr_array_index(manifest->segments, i);

		p->begin_map(p, NULL);
		p->string(p, "name", info->name);
		p->integer(p, "records", info->records);
		p->integer(p, "superseded", superseded_of(manifest, info));
		p->integer(p, "bytes", ys_segment_info_bytes(info));
		p->end(p);
	}
	p->end(p);
}

static void append_json(GString *out, const ys_manifest *manifest, const GArray *generations, GTree *years,
			GTree *regions)
{
	g_autoptr(ys_printer) p = ys_printer_json_new(out, YS_JSON_YUAN);
	const struct {
		const char *key;
		gint64 value;
	} numbers[] = {
		{ "generation", manifest->generation },
		{ "schema", manifest->schema },
		{ "tokeniser", manifest->tokeniser },
		{ "segments", manifest->segments->len },
		{ "hidden", manifest->hidden->len },
		{ "bytes", bytes_of(manifest) },
		{ "publications", manifest->publications },
	};

	p->begin_map(p, NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++)
		p->integer(p, numbers[i].key, numbers[i].value);
	ys_printer_record_counts(p, manifest->records);
	p->begin_list(p, "generations");
	for (guint i = 0; i < generations->len; i++)
		p->integer(p, NULL, g_array_index(generations, guint, i));
	p->end(p);
	print_segments(p, manifest);
	print_tree(p, "years", years);
	print_tree(p, "regions", regions);
	print_others(p, manifest, "parts", "of", TRUE);
	print_others(p, manifest, "superseded", "by", FALSE);
	print_losses(p, manifest);
	print_passed_over(p, manifest);
	p->end(p);
	g_string_append_c(out, '\n');
}

/* Coverage: by what is asked.  The exit status. */
static int print_stock(const char *dir, const char *by, gboolean json)
{
	g_auto(GStrv) names = g_strsplit(by, ",", -1);
	ys_dimension dimensions[YS_N_BY];
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_search) search = NULL;
	g_autoptr(ys_stock) stock = NULL;
	g_autoptr(GString) out = g_string_new(NULL);
	guint n = 0;

	for (char **name = names; *name && n < YS_N_BY; name++) {
		dimensions[n] = ys_dimension_named(*name);
		if (dimensions[n] == YS_N_BY || !ys_dimension_is_of_editions(dimensions[n]))
			return tool_usage("stats", "'%s' is nothing that publications are counted by; there are region, "
					  "department, role, year, kind and level", *name);
		n++;
	}
	if (!n)
		return tool_usage("stats", "by what? --by region,year for example");
	search = ys_search_open(dir, &error);
	stock = search ? ys_stock_new(search, dimensions, n, &error) : NULL;
	if (!stock)
		return tool_fail(error);
	(json ? present_stock_json : present_stock_text)(out, stock);
	return tool_write(out) ? EXIT_FOUND : 74;
}

int cmd_stats(int argc, char **argv)
{
	static char *index, *by, *format;
	static const GOptionEntry entries[] = {
		{ "index", 0, 0, G_OPTION_ARG_FILENAME, &index, "The index directory", "DIR" },
		{ "by", 'b', 0, G_OPTION_ARG_FILENAME, &by, "Count publications by region, department, role, year, kind, level",
		  "DIM[,DIM]" },
		{ "format", 'f', 0, G_OPTION_ARG_FILENAME, &format, "text or json", "FORMAT" },
		G_OPTION_ENTRY_NULL
	};
	g_auto(GStrv) rest = NULL;
	g_autofree char *dir = NULL, *live = NULL;
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_manifest) manifest = NULL;
	g_autoptr(GArray) generations = NULL;
	g_autoptr(GTree) years = tree_new(), regions = tree_new();
	g_autoptr(GString) out = g_string_new(NULL);

	if (!tool_options(argc, argv, entries, NULL, "Say what is indexed.  Opens an index of any version.", &rest))
		return EXIT_USAGE;
	if (*rest)
		return tool_usage("stats", "'%s' is not understood; stats takes no arguments", *rest);
	if (format && strcmp(format, "text") && strcmp(format, "json"))
		return tool_usage("stats", "'%s' is no format; there are text and json", format);
	dir = tool_index_dir(index);
	if (by)
		return print_stock(dir, by, format && !strcmp(format, "json"));
	live = ys_store_current(dir, &error);
	manifest = live ? ys_manifest_load(live, YS_MANIFEST_WHOLE, &error) : NULL;
	generations = manifest ? ys_store_generations(dir, &error) : NULL;
	if (!generations)
		return tool_fail(error);
	count_entries(manifest, years, regions);
	if (format && !strcmp(format, "json"))
		append_json(out, manifest, generations, years, regions);
	else
		append_text(out, dir, manifest, generations, years, regions);
	return tool_write(out) ? EXIT_FOUND : 74;
}
