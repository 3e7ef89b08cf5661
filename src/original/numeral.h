/* Numbers as Word and Excel spell them: lists that count 一、二、, dates in Chinese figures. */
#ifndef YS_NUMERAL_H
#define YS_NUMERAL_H

#include <glib.h>

typedef enum {
	YS_NUMERAL_CHINESE,     /* 一 二 三 */
	YS_NUMERAL_LEGAL,       /* 壹 贰 叁 */
	YS_NUMERAL_WIDE         /* １ ２ ３, which has no words for tens and hundreds */
} ys_numeral;

/* With tens and hundreds: 12 is 十二, 105 一百〇五 or 壹佰零伍, 20000 二万.  Appended. */
void ys_numeral_append(GString *out, guint64 number, ys_numeral numeral);
/* Digit by digit: "2023" is 二〇二三.  What is no digit stays.  Appended. */
void ys_numeral_append_digits(GString *out, const char *digits, ys_numeral numeral);

#endif
