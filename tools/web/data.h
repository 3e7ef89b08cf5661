/* What programs are answered: JSON with addresses of this site. */
#ifndef WEB_DATA_H
#define WEB_DATA_H

#include "tools/web/page.h"

/* Values of a facet, unless all are asked for. */
#define DATA_VALUES 50

void data_page(GString *out, const web_view *view, const ys_query *query, const ys_page *page);
/* The cells of a comparison, as JSON or CSV, with the addresses of their records. */
void data_comparison(GString *out, const web_view *view, const ys_comparison *comparison);
/* The records that are added up in its cell, as JSON or CSV. */
void data_cell(GString *out, const web_view *view, const web_comparison *shown);
void data_record(GString *out, const web_view *view, const ys_record *record);
/* What is indexed: records by type, publications by region, year, kind and department. */
void data_start(GString *out, const web_view *view, const ys_manifest *manifest, const ys_page *publications);

#endif
