/* How characters are read in Mandarin, without tone (data/readings): which ones are typed for which. */
#ifndef YS_READINGS_H
#define YS_READINGS_H

#include <glib.h>

typedef enum {
	YS_SOUND_OTHER,         /* or nothing is known of one of them */
	YS_SOUND_LIKE,          /* mixed up by many: zh and z, ch and c, sh and s, n and l; ang and an, eng
				 * and en, ing and in.  Not hu and f, which only some mix up, and which
				 * are in too many words that differ in nothing else. */
	YS_SOUND_SAME           /* they have a reading in common */
} ys_sound;

/* How two characters sound beside each other. */
ys_sound ys_readings_compare(gunichar a, gunichar b);

/* Whether the n characters are spelt so: by their syllables (shitang for 食堂) or, with initials, by the first
 * letter of each (st). */
gboolean ys_readings_spell(const gunichar *text, guint n, const char *latin, gboolean initials);

/* Every other character that c may be typed for: an array of gunichar, ascending, each once. */
GArray *ys_readings_near(gunichar c);

#endif
