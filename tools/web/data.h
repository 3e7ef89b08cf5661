/* What programs are answered: JSON with addresses of this site. */
#ifndef WEB_DATA_H
#define WEB_DATA_H

#include "tools/web/page.h"

/* Values of a facet, unless all are asked for. */
#define DATA_VALUES 50

void data_page(GString *out, const web_view *view, const ys_query *query, const ys_page *page);
void data_record(GString *out, const web_view *view, const ys_record *record);
/* What is indexed: records by type, publications by region, year, kind and department. */
void data_start(GString *out, const web_view *view, const ys_manifest *manifest, const ys_page *publications);

#endif
