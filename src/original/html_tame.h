/* What pages hold that their parser takes badly. */
#ifndef YS_HTML_TAME_H
#define YS_HTML_TAME_H

/* Blank out, in place: what a server should have carried out, <% ... %>, which would be shown; and tags
 * with hundreds of attributes, which no program writes and for which the parser compares each with all
 * before it. */
void ys_html_tame(char *page);

#endif
