/* What printed words mean, from the tables in data/.  A new province's wording is a
 * line there, not code here. */
#ifndef YS_WORDING_H
#define YS_WORDING_H

#include <glib.h>

/* Column meanings (data/columns; doc/domain.md 5). */
typedef enum {
	YS_COLUMN_OTHER,        /* not in the table */
	YS_COLUMN_NAME,
	YS_COLUMN_CODE,
	YS_COLUMN_UNIT_NAME,
	YS_COLUMN_TOTAL,
	YS_COLUMN_ADJUSTED,     /* the budget of the whole year, where that of its beginning is printed too */
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
	YS_COLUMN_INDICATORS,   /* all of a project's in one cell */
	YS_COLUMN_INDICATOR,    /* one indicator, or a level above it */
	YS_COLUMN_TARGET,
	YS_COLUMN_ACTUAL,
	YS_COLUMN_SIGN,
	YS_COLUMN_MEASURE,
	YS_COLUMN_ITEM,         /* what is bought */
	YS_COLUMN_CATALOGUE,    /* its entry in the official catalogue */
	YS_COLUMN_GROUP         /* a head that spans others, or one that only marks a header */
} ys_column_meaning;

/* The meaning of one header cell; brackets' contents, years, units and a leading 其中
 * do not count. */
ys_column_meaning ys_wording_column(const char *cell);
/* TRUE for the columns that hold money. */
gboolean ys_column_is_amount(ys_column_meaning meaning);

/* What a table is, however a province calls it (data/tables; doc/domain.md 4). */
typedef enum {
	YS_TABLE_OTHER,         /* no title that we know */
	YS_TABLE_ASSET,         /* assets */
	YS_TABLE_BAL,           /* income and expenditure */
	YS_TABLE_BASIC,         /* basic expenditure by unit */
	YS_TABLE_CROSS,         /* expenditure by two classifications */
	YS_TABLE_DEBT,
	YS_TABLE_EVAL,          /* self-assessments */
	YS_TABLE_EXP,           /* expenditure */
	YS_TABLE_FBAL,          /* income and expenditure of fiscal grants */
	YS_TABLE_FUND,          /* government funds */
	YS_TABLE_GOAL_DEPT,     /* goals of the department */
	YS_TABLE_GOAL_PROJ,     /* goals of projects, and key projects */
	YS_TABLE_GPB,           /* the general public budget */
	YS_TABLE_GPB_BASIC,     /* its basic expenditure */
	YS_TABLE_GPB_PROJ,      /* and that on projects */
	YS_TABLE_MID,           /* several years */
	YS_TABLE_NONTAX,        /* revenue that is no tax */
	YS_TABLE_PROCURE,       /* procurement */
	YS_TABLE_PROJ,          /* projects */
	YS_TABLE_REV,           /* income */
	YS_TABLE_SANGONG,       /* the three public expenses */
	YS_TABLE_SERVICE,       /* purchased services */
	YS_TABLE_SOE,           /* state capital */
	YS_TABLE_TRANSFER,      /* transfers to lower governments */
	YS_N_TABLE_KINDS
} ys_table_kind;

/* The kind of table a caption is over. */
ys_table_kind ys_wording_table(const char *caption);
/* Its id in data/tables, static; NULL for other tables. */
const char *ys_table_kind_id(ys_table_kind kind);
/* The kind with this id, which data/ has written: there must be one. */
ys_table_kind ys_table_kind_named(const char *id);

/* What a row or column adds up, by its name. */
typedef enum {
	YS_TOTAL_NONE,          /* also 其中：... */
	YS_TOTAL_OF_SOME,       /* 小计, 人员经费合计 */
	YS_TOTAL_OF_ALL,        /* no more than 合计, 本年收入合计 */
	YS_TOTAL_GRAND          /* or 总计, 支出总计, with what is carried over */
} ys_total;

ys_total ys_wording_total(const char *name);

typedef enum {
	YS_ROW_PLAIN,
	YS_ROW_TOTAL,           /* any ys_total, and 其中：... */
	YS_ROW_SUBTOTAL,        /* 部门项目支出 */
	YS_ROW_CATEGORY         /* ...类, 其他一次性项目: phenomena 77, 78 */
} ys_row_wording;

/* What the name of a row says about it by itself. */
ys_row_wording ys_wording_row(const char *name);

/* The name ends as names of public bodies do and those of projects do not: ...局, ...中心. */
gboolean ys_wording_is_body(const char *name);

/* The name ends as names of projects do: ...项目, ...经费. */
gboolean ys_wording_is_project(const char *name);

/* The heading is over definitions that every publication prints alike: ...名词解释
 * (phenomenon 98). */
gboolean ys_wording_is_glossary(const char *heading);

/* The text names a kind of indicators: 数量指标, 满意度. */
gboolean ys_wording_has_indicators(const char *text);

/* The words are a kind of purchases, which heads rows of them: 货物, 服务类. */
gboolean ys_wording_is_purchase_kind(const char *name);

/* What stands behind the words that say, at the beginning of a paragraph and behind its number,
 * that it is about what a project does: ①项目基本情况。...  NULL if it is not. */
const char *ys_wording_behind_content(const char *paragraph);

/* The line is repeated page furniture (部门名称：..., 单位：万元; phenomenon 15). */
gboolean ys_wording_is_furniture(const char *clean);
/* The name of the body in such a line, up to the end of the line; NULL if it says something else. */
const char *ys_wording_owner(const char *clean);

#endif
