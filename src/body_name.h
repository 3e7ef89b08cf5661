/* What bodies are called: official names, short names, and which body of which place a person
 * means by one (data/bodies).
 *
 * A name is the place, what tells bodies of one role apart in it, and the name of the role:
 * 广州市天河区|石牌|街道办事处.  People leave out the suffixes of places and the places above, and
 * shorten the role: 天河区政数局, 天河政数局, 区政数局 for 广州市天河区政务服务数据管理局. */
#ifndef YS_BODY_NAME_H
#define YS_BODY_NAME_H

#include "src/region.h"

/* A name as typed, understood as a body's. */
typedef struct ys_body_asked ys_body_asked;

/* Understand a folded word.  NULL if it ends in no name of a role; a name of two characters
 * (法院, 妇联) is an everyday word unless something stands before it. */
ys_body_asked *ys_body_asked_new(const char *folded);
void ys_body_asked_free(ys_body_asked *asked);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_body_asked, ys_body_asked_free)

/* The bytes at the beginning of a folded run that name a body of some place, where at least two more
 * characters follow: 青禾政数局|光纤租赁.  0 if there are none. */
gsize ys_body_at_start(const char *folded);

/* The first official name of the role: 政务服务数据管理局; static. */
const char *ys_body_asked_role(const ys_body_asked *asked);

/* Codes of the place that was typed, static strings; empty without a place that is known. */
GPtrArray *ys_body_asked_codes(const ys_body_asked *asked);

typedef enum {
	YS_BODY_OTHER,          /* another body */
	YS_BODY_UNSURE,         /* its place is not in its name: its region decides */
	YS_BODY_ROLE,           /* of that role and the place typed, but nobody calls it so: 工商局 for 市场监督管理局 */
	YS_BODY_NAMED           /* a name of it */
} ys_body_match;

/* Whether what was asked is the body of this official name.  region may be NULL when it is not
 * known; only then the answer may be YS_BODY_UNSURE. */
ys_body_match ys_body_is(const ys_body_asked *asked, const char *name, const ys_region *region);

/* Short names of the body with this official name: 天河区政数局, 天河政数局.  Newly allocated array
 * of char *, empty if there are none. */
GPtrArray *ys_body_aliases(const char *name, const ys_region *region);

#endif
