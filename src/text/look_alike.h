/* Characters that look alike (data/shapes): which ones are typed or recognised for which. */
#ifndef YS_LOOK_ALIKE_H
#define YS_LOOK_ALIKE_H

#include <glib.h>

/* Every other character that c may stand for: an array of gunichar, each once. */
GArray *ys_look_alikes(gunichar c);

#endif
