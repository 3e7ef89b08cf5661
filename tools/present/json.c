#include "tools/present/json.h"

#include "src/output/printer.h"

static void string_entry(ys_printer *p, const char *key, const char *value)
{
	p->key(p, key);
	p->string(p, value);
}

static void integer_entry(ys_printer *p, const char *key, gint64 value)
{
	p->key(p, key);
	p->integer(p, value);
}

static void boolean_entry(ys_printer *p, const char *key, gboolean value)
{
	p->key(p, key);
	p->boolean(p, value);
}

static void print_pieces(ys_printer *p, const char *key, const GPtrArray *pieces, const GPtrArray *synonyms)
{
	p->key(p, key);
	p->begin_list(p);
	for (guint i = 0; i < pieces->len; i++) {
		const ys_piece *piece = g_ptr_array_index(pieces, i);

		p->begin_map(p);
		string_entry(p, "text", piece->text);
		boolean_entry(p, "hit", piece->hit);
		if (ys_piece_is_hit_of(piece, synonyms))
			boolean_entry(p, "synonym", TRUE);
		p->end(p);
	}
	p->end(p);
}

static void print_strings(ys_printer *p, const char *key, const GPtrArray *strings)
{
	p->key(p, key);
	p->begin_list(p);
	for (guint i = 0; i < strings->len; i++)
		p->string(p, g_ptr_array_index(strings, i));
	p->end(p);
}

static void print_hit(ys_printer *p, const ys_hit *hit)
{
	p->begin_map(p);
	integer_entry(p, "rank", hit->rank);
	p->key(p, "score");
	p->real(p, hit->score, 3);
	string_entry(p, "match", ys_match_name(hit->match));
	ys_printer_record_fields(p, hit->record, YS_RECORD_WITHOUT_ROWS);
	string_entry(p, "snippet_field", hit->field);
	print_pieces(p, "snippet", hit->snippet, hit->synonyms);
	print_pieces(p, "title_pieces", hit->title, hit->synonyms);
	print_pieces(p, "department_pieces", hit->department, hit->synonyms);
	print_strings(p, "synonyms", hit->synonyms);
	if (hit->explanation)
		string_entry(p, "explanation", hit->explanation);
	p->end(p);
}

static void print_region(ys_printer *p, const ys_region *region)
{
	p->key(p, "region");
	p->begin_map(p);
	string_entry(p, "province", region->province);
	string_entry(p, "city", region->city);
	string_entry(p, "county", region->county);
	string_entry(p, "code", region->code);
	p->end(p);
}

static void print_department(ys_printer *p, const ys_department_hit *department)
{
	p->begin_map(p);
	string_entry(p, "department", department->department);
	print_region(p, &department->region);
	p->key(p, "score");
	p->real(p, department->score, 3);
	string_entry(p, "match", ys_match_name(department->match));
	integer_entry(p, "projects", department->projects);
	p->amount(p, "amount", department->amount);
	p->key(p, "years");
	p->begin_list(p);
	for (guint i = 0; i < department->years->len; i++)
		p->integer(p, g_array_index(department->years, int, i));
	p->end(p);
	p->key(p, "top");
	p->begin_map(p);
	string_entry(p, "id", department->top_id);
	string_entry(p, "title", department->top_title);
	p->end(p);
	p->end(p);
}

static void print_types(ys_printer *p, const ys_query *query)
{
	p->key(p, "type");
	p->begin_list(p);
	for (int type = 0; type < YS_N_TYPES; type++)
		if (query->types & 1u << type)
			p->string(p, ys_record_type_name(type));
	p->end(p);
}

/* Filters of the same field are alternatives; groups print as lists of what is in them. */
static void print_filter(ys_printer *p, const ys_node *node)
{
	if (node->kind == YS_NODE_FILTER) {
		g_autofree char *text = ys_filter_text(node->filter);

		p->string(p, text);
		return;
	}
	p->begin_map(p);
	p->key(p, node->kind == YS_NODE_OR ? "or" : node->kind == YS_NODE_NOT ? "not" : "and");
	p->begin_list(p);
	for (guint i = 0; i < node->children->len; i++)
		print_filter(p, g_ptr_array_index(node->children, i));
	p->end(p);
	p->end(p);
}

/* The query as it was understood. */
static void print_query(ys_printer *p, const ys_query *query, const ys_page *page)
{
	const GPtrArray *words = page->split_body ? query->split_body->words : query->words;

	p->key(p, "query");
	p->begin_map(p);
	string_entry(p, "text", query->text);
	p->key(p, "words");
	p->begin_list(p);
	for (guint i = 0; i < words->len; i++) {
		const ys_word *word = g_ptr_array_index(words, i);

		p->begin_map(p);
		string_entry(p, "text", word->text);
		string_entry(p, "folded", word->folded);
		boolean_entry(p, "quoted", word->quoted);
		print_strings(p, "synonyms", word->synonyms);
		string_entry(p, "body", word->body ? ys_body_asked_role(word->body) : NULL);
		p->end(p);
	}
	p->end(p);
	print_types(p, query);
	p->key(p, "filters");
	p->begin_list(p);
	for (guint i = 0; i < query->filters->len; i++)
		print_filter(p, g_ptr_array_index(query->filters, i));
	p->end(p);
	boolean_entry(p, "exact", query->exact);
	string_entry(p, "sort", ys_sort_name(query->sort));
	integer_entry(p, "limit", query->limit);
	integer_entry(p, "offset", query->offset);
	p->end(p);
}

static void print_facets(ys_printer *p, const ys_page *page)
{
	p->key(p, "facets");
	p->begin_map(p);
	for (int facet = 0; facet < YS_N_FACETS; facet++) {
		p->key(p, ys_facet_name(facet));
		p->begin_list(p);
		for (guint i = 0; i < page->facets[facet]->len; i++) {
			const ys_facet_value *value = g_ptr_array_index(page->facets[facet], i);

			p->begin_map(p);
			string_entry(p, "value", value->value);
			integer_entry(p, "count", value->count);
			p->amount(p, "amount", value->amount);
			p->end(p);
		}
		p->end(p);
	}
	p->end(p);
}

void present_page_json(GString *out, const ys_query *query, const ys_page *page)
{
	g_autoptr(ys_printer) p = ys_printer_json_new(out, YS_JSON_YUAN);

	p->begin_map(p);
	print_query(p, query, page);
	integer_entry(p, "total", page->total);
	boolean_entry(p, "total_exact", page->total_exact);
	integer_entry(p, "total_loose", page->total_loose);
	p->key(p, "took_ms");
	p->real(p, page->took_us / 1000.0, 3);
	p->key(p, "hits");
	p->begin_list(p);
	for (guint i = 0; i < page->hits->len; i++)
		print_hit(p, g_ptr_array_index(page->hits, i));
	p->end(p);
	p->key(p, "departments");
	p->begin_list(p);
	for (guint i = 0; i < page->departments->len; i++)
		print_department(p, g_ptr_array_index(page->departments, i));
	p->end(p);
	if (page->facets[0])
		print_facets(p, page);
	if (page->suggestions)
		print_strings(p, "suggestions", page->suggestions);
	p->end(p);
	g_string_append_c(out, '\n');
}

void present_page_jsonl(GString *out, const ys_query *query, const ys_page *page)
{
	(void)query;
	for (guint i = 0; i < page->hits->len; i++) {
		g_autoptr(ys_printer) p = ys_printer_json_new(out, YS_JSON_YUAN);

		print_hit(p, g_ptr_array_index(page->hits, i));
		g_string_append_c(out, '\n');
	}
}

void present_record_json(GString *out, const ys_record *record)
{
	g_autoptr(ys_printer) p = ys_printer_json_new(out, YS_JSON_YUAN);

	p->begin_map(p);
	ys_printer_record_fields(p, record, YS_RECORD_WHOLE);
	p->end(p);
	g_string_append_c(out, '\n');
}
