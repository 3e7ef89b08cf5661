/* Administrative divisions: which province, city and county a name means.
 *
 * The table is data/divisions.csv, compiled in.  A publication rarely prints its
 * province, and many county names exist more than once (白云区 in 广州 and 贵阳), so a
 * level is filled only when the text decides it; what is open stays NULL and the
 * caller warns (doc/domain.md 3). */
#ifndef YS_REGION_H
#define YS_REGION_H

#include <glib.h>

typedef struct {
	const char *province;   /* full official names, static or interned; NULL unknown */
	const char *city;       /* NULL for the four municipalities and county-level cities under a province */
	const char *county;
	const char *code;       /* six digits of the deepest level known; NULL unknown, or in no table */
} ys_region;

typedef enum {
	YS_REGION_NONE,         /* no division is named */
	YS_REGION_RESOLVED,     /* one reading fits */
	YS_REGION_AMBIGUOUS     /* several fit; only what they share is filled in */
} ys_region_status;

/* Find the region that the beginning of a body's name means: 广州市白云区政务服务数据管理局,
 * 中共邵阳县委宣传部, 南县农业农村局, 重庆市彭水苗族土家族自治公安局 (distinctive stem).  hint is other
 * text of the publication whose place names may decide between several readings,
 * or NULL.  On YS_REGION_AMBIGUOUS *candidates, if not NULL, receives a newly
 * allocated string for the warning: "贵州省贵阳市白云区, 广东省广州市白云区". */
ys_region_status ys_region_of_name(const char *name, const char *hint, ys_region *out, char **candidates);

/* The codes of every division, of any level, that a person may mean by name: 白云区,
 * 白云, 广州, 广东省.  Six-digit strings, static; the array is the caller's.  Empty
 * when nothing is so named. */
GPtrArray *ys_region_codes_named(const char *name);

/* The same for what a person types to choose: also names one behind the other, the outer first,
 * that tell divisions of one name apart (广州市白云区, 广东白云). */
GPtrArray *ys_region_codes_meant(const char *name);

/* Behind the name of a division, as a filter and in facets: what is its own, without the divisions in
 * it, as budgets put it (市本级). */
#define YS_REGION_OWN "本级"
/* Instead of a name, as a filter and in facets: no region is known. */
#define YS_REGION_UNKNOWN "地区不详"

/* What an editor writes where a region is asked for: the names of province, city and county joined
 * (广东省广州市白云区), or what tells it alone.  What no table has is taken as written, cut behind 省, 市, 州, 区,
 * 县, 旗, without a code.  NONE: it cannot be cut. */
ys_region_status ys_region_of_written(const char *text, ys_region *out);

/* One string for a region, where it is kept and compared: its code or, without one, its names; "" unknown.
 * Newly allocated. */
char *ys_region_key(const ys_region *region);
gboolean ys_region_of_key(const char *key, ys_region *out);

/* A region that no table has; names may be NULL or "".  FALSE if all are. */
gboolean ys_region_of_names(const char *province, const char *city, const char *county, ys_region *out);

/* The region of a six-digit code; FALSE if the code is not in the table. */
gboolean ys_region_of_code(const char *code, ys_region *out);

/* The names of divisions, full or without suffix, that hold the run and more and mean nothing else:
 * 白云, 密云 and 云南 for 云.  Where one begins with another, the shorter alone.  Of char *, which the
 * array owns. */
GPtrArray *ys_region_names_with(const char *run);

/* TRUE if one of the region's names, full or without its suffix, is name. */
gboolean ys_region_is_named(const ys_region *region, const char *name);

#endif
