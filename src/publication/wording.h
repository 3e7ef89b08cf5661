/* What printed words mean, from the tables in data/.  A new province's wording is a
 * line there, not code here. */
#ifndef YS_WORDING_H
#define YS_WORDING_H

#include <glib.h>

/* Column meanings (data/columns; DOMAIN section 5). */
typedef enum {
	YS_COLUMN_OTHER,        /* not in the table */
	YS_COLUMN_NAME,
	YS_COLUMN_CODE,
	YS_COLUMN_UNIT_NAME,
	YS_COLUMN_TOTAL,
	YS_COLUMN_EXECUTED,
	YS_COLUMN_GPB,
	YS_COLUMN_FUND,
	YS_COLUMN_SOE,
	YS_COLUMN_SPECIAL_ACCT,
	YS_COLUMN_OWN,
	YS_COLUMN_CARRY,
	YS_COLUMN_BASIC,
	YS_COLUMN_PROJ,
	YS_COLUMN_CONTENT,
	YS_COLUMN_GOAL,
	YS_COLUMN_INDICATORS,
	YS_COLUMN_GROUP         /* a head that spans others, or one that only marks a header */
} ys_column_meaning;

/* The meaning of one header cell; brackets' contents, years, units and a leading 其中
 * do not count. */
ys_column_meaning ys_wording_column(const char *cell);
/* TRUE for the columns that hold money. */
gboolean ys_column_is_amount(ys_column_meaning meaning);

/* Canonical table id of a caption (data/tables; DOMAIN section 4), static; NULL if it
 * is none that we know. */
const char *ys_wording_table(const char *caption);

typedef enum {
	YS_ROW_PLAIN,
	YS_ROW_TOTAL,           /* 合计, 总计, 小计, 其中：... */
	YS_ROW_SUBTOTAL,        /* 部门项目支出 */
	YS_ROW_CATEGORY         /* ...类, 其他一次性项目: phenomena 77, 78 */
} ys_row_wording;

/* What the name of a row says about it by itself. */
ys_row_wording ys_wording_row(const char *name);

/* The name ends as names of public bodies do: ...局, ...中心. */
gboolean ys_wording_is_body(const char *name);

/* The line is repeated page furniture (部门名称：..., 单位：万元; phenomenon 15). */
gboolean ys_wording_is_furniture(const char *clean);

#endif
