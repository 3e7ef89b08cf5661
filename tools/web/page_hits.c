#include <string.h>

#include "tools/web/page_parts.h"

static void append_separator(page_out *p)
{
	PAGE_LIT(p, " · ");
}

/* ---- one hit ---- */

static void append_title_line(page_out *p, const ys_hit *hit)
{
	PAGE_LIT(p, "<h3>");
	page_anchor(p, web_link_record(p->request, hit->record->id));
	if (hit->record->title && *hit->record->title)
		page_pieces(p, hit->title, hit->synonyms);
	else
		page_word(p, W_UNTITLED);
	PAGE_LIT(p, "</a></h3>");
	if (hit->record->amount != YS_AMOUNT_NONE) {
		PAGE_LIT(p, "<p");
		page_amount_tail(p, hit->record->amount);
		PAGE_LIT(p, "</p>");
	}
}

static void append_share(page_out *p, const ys_record *record, const ys_record *publication)
{
	g_autofree char *share = page_share_text(record, publication);

	if (!share)
		return;
	append_separator(p);
	page_say(p, W_SHARE, share, NULL);
}

/* The row that says it. */
static void append_row(page_out *p, const ys_record *record)
{
	const ys_source *place = record->source;
	g_autofree char *number = NULL;

	if (!place || !place->table_no || !place->rows.first || !record->publication)
		return;
	number = g_strdup_printf("%d", place->rows.first);
	append_separator(p);
	page_anchor(p, web_link_place(p->request, record->publication, (guint)place->table_no, place->rows.first));
	page_say(p, W_TABLE_ROW, number, NULL);
	PAGE_LIT(p, "</a>");
}

/* Whose it is, of when, and what part of all its projects. */
static void append_origin(page_out *p, const ys_hit *hit, const ys_record *publication)
{
	const ys_record *record = hit->record;
	g_autofree char *when = page_year_kind(p, record->year, record->kind);

	PAGE_LIT(p, "\n<p class=\"by\">");
	if (record->department && record->type != YS_DEPARTMENT)
		page_pieces(p, hit->department, hit->synonyms);
	if (*when) {
		append_separator(p);
		page_text(p, when);
	}
	if (record->type != YS_PROJECT && record->type != YS_DEPARTMENT) {
		append_separator(p);
		page_word(p, web_type_word(record->type));
	}
	if (record->unit && g_strcmp0(record->unit, record->department)) {
		append_separator(p);
		page_clipped_text(p, record->unit, PAGE_NAME_MAX);
	}
	append_share(p, record, publication);
	append_row(p, record);
	PAGE_LIT(p, "</p>");
}

static void append_snippet(page_out *p, const ys_hit *hit)
{
	web_word field = web_field_word(hit->field);

	if (!hit->field || !strcmp(hit->field, "title"))
		return;
	/* it stands above already */
	if (!strcmp(hit->field, "unit") && !g_strcmp0(hit->record->unit, hit->record->department))
		return;
	PAGE_LIT(p, "\n<p class=\"snip\"><b>");
	page_say(p, W_MATCHED_IN, field == W_N_WORDS ? hit->field : page_word_text(p, field), NULL);
	PAGE_LIT(p, "</b>");
	page_pieces(p, hit->snippet, hit->synonyms);
	PAGE_LIT(p, "</p>");
}

static void append_remarks(page_out *p, const ys_hit *hit)
{
	const ys_record *record = hit->record;

	for (guint i = 0; i < hit->synonyms->len; i++) {
		PAGE_LIT(p, "\n<p class=\"as\">");
		page_say(p, W_FOUND_AS, g_ptr_array_index(hit->synonyms, i), NULL);
		PAGE_LIT(p, "</p>");
	}
	if ((record->type == YS_PROJECT || record->type == YS_ITEM) && record->amount == 0)
		PAGE_IN(p, "\n<p class=\"warn\">", page_word(p, W_PLACEHOLDER), "</p>");
	page_warnings(p, record->warnings);
}

static void append_hit(page_out *p, const ys_hit *hit, const ys_record *publication)
{
	PAGE_LIT(p, "<li>");
	append_title_line(p, hit);
	append_origin(p, hit, publication);
	append_snippet(p, hit);
	page_original(p, hit->record->source);
	append_remarks(p, hit);
	PAGE_LIT(p, "</li>\n");
}

/* ---- tiers ---- */

/* Hits come by tier where relevance sorts them; the loose ones are always behind. */
static gboolean tier_begins(const web_results *results, guint i)
{
	const ys_hit *hit = g_ptr_array_index(results->page->hits, i);
	const ys_hit *before = i ? g_ptr_array_index(results->page->hits, i - 1) : NULL;

	return hit->match != YS_MATCH_EXACT && (!before || before->match != hit->match) &&
	       (ys_query_order(results->query) == YS_SORT_RELEVANCE || hit->match > YS_MATCH_ALL);
}

static void append_tier(page_out *p, ys_match match, const ys_page *page)
{
	switch (match) {
	case YS_MATCH_CORRECTED:
		page_say(p, W_TIER_CORRECTED, page->corrected, NULL);
		break;
	case YS_MATCH_LOOSE:
		if (page->corrected)
			page_say(p, W_TIER_LOOSE_CORRECTED, page->corrected, NULL);
		else
			page_word(p, W_TIER_LOOSE);
		break;
	default:
		page_word(p, match == YS_MATCH_ALL ? W_TIER_ALL : W_TIER_RELATED);
	}
}

void page_hits(page_out *p, const web_results *results)
{
	const GPtrArray *hits = results->page->hits;

	for (guint i = 0; i < hits->len; i++) {
		const ys_hit *hit = g_ptr_array_index(hits, i);
		gboolean begins = tier_begins(results, i);

		if (i && begins)
			PAGE_LIT(p, "</ol>\n");
		if (begins) {
			PAGE_LIT(p, "<p class=\"tier\">");
			append_tier(p, hit->match, results->page);
			PAGE_LIT(p, "</p>\n");
		}
		if (!i || begins)
			g_string_append_printf(p->out, "<ol class=\"hits\" start=\"%u\">\n", hit->rank);
		append_hit(p, hit, results->publications && i < results->publications->len
					   ? g_ptr_array_index(results->publications, i)
					   : NULL);
	}
	if (hits->len)
		PAGE_LIT(p, "</ol>\n");
}
