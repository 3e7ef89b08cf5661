#include "tools/present/json.h"

#include "tools/present/understood.h"

static void print_pieces(ys_printer *p, const char *key, const GPtrArray *pieces, const GPtrArray *synonyms)
{
	p->begin_list(p, key);
	for (guint i = 0; i < pieces->len; i++) {
		const ys_piece *piece = g_ptr_array_index(pieces, i);

		p->begin_map(p, NULL);
		p->string(p, "text", piece->text);
		p->boolean(p, "hit", piece->hit);
		if (ys_piece_is_hit_of(piece, synonyms))
			p->boolean(p, "synonym", TRUE);
		p->end(p);
	}
	p->end(p);
}

/* The address of a record, where there is a site. */
static void print_url(ys_printer *p, const char *id, const present_site *site)
{
	g_autofree char *url = site ? site->url(id, site->data) : NULL;

	if (site)
		p->string(p, "url", url);
}

static void print_hit(ys_printer *p, const ys_hit *hit, const present_site *site)
{
	p->begin_map(p, NULL);
	p->integer(p, "rank", hit->rank);
	p->real(p, "score", hit->score, 3);
	p->string(p, "match", ys_match_name(hit->match));
	ys_printer_record_fields(p, hit->record, YS_RECORD_WITHOUT_ROWS);
	print_url(p, hit->record->id, site);
	p->string(p, "snippet_field", hit->field);
	print_pieces(p, "snippet", hit->snippet, hit->synonyms);
	print_pieces(p, "title_pieces", hit->title, hit->synonyms);
	print_pieces(p, "department_pieces", hit->department, hit->synonyms);
	ys_printer_strings(p, "synonyms", hit->synonyms);
	if (hit->explanation)
		p->string(p, "explanation", hit->explanation);
	p->end(p);
}

/* Said only where the sum is not of all. */
static void print_left_out(ys_printer *p, guint left_out)
{
	if (left_out)
		p->integer(p, "left_out", left_out);
}

static void print_measure(ys_printer *p, const ys_department_measure *measure)
{
	p->begin_map(p, "measure");
	p->string(p, "id", measure->id);
	p->string(p, "title", measure->title);
	ys_printer_known(p, "year", measure->year);
	p->string(p, "kind", measure->kind);
	p->amount(p, "amount", measure->amount);
	if (measure->percent != YS_PERCENT_NONE)
		p->percent(p, "change", measure->percent);
	p->end(p);
}

static void print_department(ys_printer *p, const ys_department_hit *department)
{
	p->begin_map(p, NULL);
	p->string(p, "department", department->department);
	ys_printer_region(p, "region", &department->region);
	p->real(p, "score", department->score, 3);
	p->string(p, "match", ys_match_name(department->match));
	p->integer(p, "projects", department->projects);
	p->amount(p, "amount", department->amount);
	print_left_out(p, department->left_out);
	p->begin_list(p, "years");
	for (guint i = 0; i < department->years->len; i++)
		p->integer(p, NULL, g_array_index(department->years, int, i));
	p->end(p);
	p->begin_map(p, "top");
	p->string(p, "id", department->top_id);
	p->string(p, "title", department->top_title);
	p->end(p);
	if (department->measure)
		print_measure(p, department->measure);
	p->end(p);
}

static void print_hits(ys_printer *p, const GPtrArray *hits, const present_site *site)
{
	p->begin_list(p, "hits");
	for (guint i = 0; i < hits->len; i++)
		print_hit(p, g_ptr_array_index(hits, i), site);
	p->end(p);
}

static void print_line_group(ys_printer *p, const ys_line_group *group, const present_site *site)
{
	p->begin_map(p, NULL);
	p->string(p, "title", group->title);
	p->string(p, "code", group->code);
	p->string(p, "classification", group->classification);
	p->integer(p, "total", group->total);
	p->amount(p, "amount", group->amount);
	p->begin_list(p, "sums");
	for (guint i = 0; i < group->sums->len; i++) {
		const ys_line_sum *sum = g_ptr_array_index(group->sums, i);

		p->begin_map(p, NULL);
		ys_printer_known(p, "year", sum->year);
		p->string(p, "kind", sum->kind);
		p->integer(p, "total", sum->total);
		p->amount(p, "amount", sum->amount);
		print_left_out(p, sum->left_out);
		p->end(p);
	}
	p->end(p);
	print_hits(p, group->hits, site);
	p->end(p);
}

static void print_lines(ys_printer *p, const GPtrArray *groups, const present_site *site)
{
	p->begin_list(p, "lines");
	for (guint i = 0; groups && i < groups->len; i++)
		print_line_group(p, g_ptr_array_index(groups, i), site);
	p->end(p);
}

static void print_elsewhere(ys_printer *p, const GPtrArray *all, const present_site *site)
{
	p->begin_list(p, "elsewhere");
	for (guint i = 0; i < all->len; i++) {
		const ys_elsewhere *elsewhere = g_ptr_array_index(all, i);

		p->begin_map(p, NULL);
		p->string(p, "type", ys_record_type_name(elsewhere->type));
		p->integer(p, "total", (gint64)elsewhere->total);
		print_hits(p, elsewhere->hits, site);
		p->end(p);
	}
	p->end(p);
}

static void print_types(ys_printer *p, const ys_query *query)
{
	p->begin_list(p, "type");
	for (int type = 0; type < YS_N_TYPES; type++)
		if (query->types & 1u << type)
			p->string(p, NULL, ys_record_type_name(type));
	p->end(p);
}

/* Filters of the same field are alternatives; groups print as lists of what is in them. */
static void print_filter(ys_printer *p, const ys_node *node)
{
	if (node->kind == YS_NODE_FILTER) {
		g_autofree char *text = ys_filter_text(node->filter);

		p->string(p, NULL, text);
		return;
	}
	p->begin_map(p, NULL);
	p->begin_list(p, node->kind == YS_NODE_OR ? "or" : node->kind == YS_NODE_NOT ? "not" : "and");
	for (guint i = 0; i < node->children->len; i++)
		print_filter(p, g_ptr_array_index(node->children, i));
	p->end(p);
	p->end(p);
}

/* The query as it was understood. */
static void print_query(ys_printer *p, const ys_query *query, const ys_page *page)
{
	const GPtrArray *words = page->words ? page->words->words :
				 page->split_body ? query->split_body->words : query->words;

	p->begin_map(p, "query");
	p->string(p, "text", query->text);
	p->begin_list(p, "words");
	for (guint i = 0; i < words->len; i++) {
		const ys_word *word = g_ptr_array_index(words, i);

		p->begin_map(p, NULL);
		p->string(p, "text", word->text);
		p->string(p, "folded", word->folded);
		p->boolean(p, "quoted", word->quoted);
		ys_printer_strings(p, "synonyms", word->synonyms);
		p->string(p, "body", word->body ? ys_body_asked_role(word->body) : NULL);
		p->end(p);
	}
	p->end(p);
	print_types(p, query);
	p->begin_list(p, "filters");
	for (guint i = 0; page->words && i < page->words->filters->len; i++)
		print_filter(p, g_ptr_array_index(page->words->filters, i));
	for (guint i = 0; i < query->filters->len; i++)
		/* those of the text stand among those understood */
		if (!page->words || !((const ys_node *)g_ptr_array_index(query->filters, i))->at)
			print_filter(p, g_ptr_array_index(query->filters, i));
	p->end(p);
	p->boolean(p, "exact", query->exact);
	p->string(p, "sort", ys_sort_name(ys_query_order(query)));
	p->integer(p, "limit", query->limit);
	p->integer(p, "offset", query->offset);
	p->end(p);
}

static void print_values(ys_printer *p, const char *name, const GPtrArray *values, guint max)
{
	p->begin_list(p, name);
	for (guint i = 0; i < values->len && i < max; i++) {
		const ys_facet_value *value = g_ptr_array_index(values, i);

		p->begin_map(p, NULL);
		p->string(p, "value", value->value);
		p->integer(p, "count", value->count);
		p->amount(p, "amount", value->amount);
		p->integer(p, "items", value->items);
		p->amount(p, "items_amount", value->items_amount);
		print_left_out(p, value->left_out);
		p->end(p);
	}
	p->end(p);
}

static void print_counts(ys_printer *p, const guint64 counts[YS_N_TYPES])
{
	p->begin_list(p, "counts");
	for (int type = 0; type < YS_N_TYPES; type++) {
		p->begin_map(p, NULL);
		p->string(p, "type", ys_record_type_name((ys_record_type)type));
		p->integer(p, "total", (gint64)counts[type]);
		p->end(p);
	}
	p->end(p);
}

void present_facets_json(ys_printer *p, const ys_page *page, guint max)
{
	p->begin_map(p, "facets");
	for (int facet = 0; facet < YS_N_FACETS; facet++)
		print_values(p, ys_facet_name(facet), page->facets[facet], max);
	p->end(p);
	for (int facet = 0; facet < YS_N_FACETS; facet++)
		if (page->facets[facet]->len > max) {
			p->boolean(p, "facets_cut", TRUE);
			break;
		}
}

void present_site_page_json(GString *out, const ys_query *query, const ys_page *page, const present_site *site)
{
	g_autoptr(ys_printer) p = ys_printer_json_new(out, YS_JSON_YUAN);
	const guint max = site ? site->values_max : G_MAXUINT;

	p->begin_map(p, NULL);
	print_query(p, query, page);
	p->integer(p, "total", page->total);
	p->boolean(p, "total_exact", page->total_exact);
	p->integer(p, "total_related", page->total_related);
	p->integer(p, "total_corrected", page->total_corrected);
	p->integer(p, "total_loose", page->total_loose);
	print_counts(p, page->counts);
	p->real(p, "took_ms", page->took_us / 1000.0, 3);
	if (site)
		p->string(p, "next", site->next);
	print_hits(p, page->hits, site);
	p->begin_list(p, "departments");
	for (guint i = 0; i < page->departments->len; i++)
		print_department(p, g_ptr_array_index(page->departments, i));
	p->end(p);
	print_lines(p, page->lines, site);
	if (page->elsewhere)
		print_elsewhere(p, page->elsewhere, site);
	if (page->facets[0])
		present_facets_json(p, page, max);
	if (page->otherwise)
		print_values(p, "otherwise", page->otherwise, max);
	present_understood_json(p, page);
	if (page->corrected)
		p->string(p, "corrected", page->corrected);
	if (page->suggestions)
		ys_printer_strings(p, "suggestions", page->suggestions);
	p->end(p);
	g_string_append_c(out, '\n');
}

void present_page_json(GString *out, const ys_query *query, const ys_page *page)
{
	present_site_page_json(out, query, page, NULL);
}

void present_page_jsonl(GString *out, const ys_query *query, const ys_page *page)
{
	(void)query;
	for (guint i = 0; i < page->hits->len; i++) {
		g_autoptr(ys_printer) p = ys_printer_json_new(out, YS_JSON_YUAN);

		print_hit(p, g_ptr_array_index(page->hits, i), NULL);
		g_string_append_c(out, '\n');
	}
}

void present_site_record_json(GString *out, const ys_record *record, const present_site *site)
{
	g_autoptr(ys_printer) p = ys_printer_json_new(out, YS_JSON_YUAN);

	p->begin_map(p, NULL);
	ys_printer_record_fields(p, record, YS_RECORD_WHOLE);
	print_url(p, record->id, site);
	p->end(p);
	g_string_append_c(out, '\n');
}

void present_record_json(GString *out, const ys_record *record)
{
	present_site_record_json(out, record, NULL);
}
