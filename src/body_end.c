#include "src/body_end.h"

#include <string.h>

#include "src/body_ends_table.h"

enum { SURE, TEXT, KIND };

ys_body_end ys_body_end_of(const char *name, gsize len)
{
	gsize longest = 0;
	gboolean sure;
	guint found = 0;

	for (guint i = 0; i < body_ends_table_count; i++) {
		const char *text = body_ends_table[i].field[TEXT];
		gsize n = strlen(text);

		if (n > longest && n <= len && !memcmp(name + len - n, text, n)) {
			longest = n;
			found = i;
		}
	}
	if (!longest || !strcmp(body_ends_table[found].field[SURE], "none"))
		return (ys_body_end){ NULL, NULL, FALSE };
	sure = !strcmp(body_ends_table[found].field[SURE], "anywhere");
	/* 车辆5台 is a count */
	if (!sure && len > longest && g_ascii_isdigit(name[len - longest - 1]))
		return (ys_body_end){ NULL, NULL, FALSE };
	return (ys_body_end){ body_ends_table[found].field[TEXT], body_ends_table[found].field[KIND], sure };
}
