#include "index/write/pipe.h"

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "index/store/disk.h"
#include "index/store/manifest_json.h"

/* ---- reports: a JSON array a line, all of them alike ---- */

#define WITH_TEXT (1u << YS_REPORT_ASK | 1u << YS_REPORT_REMARK | 1u << YS_REPORT_WARNING | 1u << YS_REPORT_MEMBER | \
		   1u << YS_REPORT_FOREIGN | 1u << YS_REPORT_FAILED | 1u << YS_REPORT_ERROR)

gboolean ys_pipe_report(int fd, const ys_report *report)
{
	json_t *json = json_pack("[i, i, I, o, I, I, b, o]", (int)report->kind, (int)report->job,
				 (json_int_t)report->number,
				 report->text ? ys_bytes_to_json(report->text) : json_null(),
				 (json_int_t)report->stamp.size, (json_int_t)report->stamp.mtime,
				 (int)report->stamp.unsettled,
				 report->entry ? ys_manifest_entry_to_json(report->entry) : json_null());
	char *line = json_dumps(json, JSON_COMPACT);
	gboolean ok = line && ys_disk_write_all(fd, line, strlen(line)) && ys_disk_write_all(fd, "\n", 1);

	free(line);
	json_decref(json);
	return ok;
}

gboolean ys_pipe_understand(const char *line, gsize len, ys_report *report)
{
	json_t *json = json_loadb(line, len, 0, NULL), *text, *entry;
	json_int_t number, size, mtime;
	int kind, job, unsettled;
	gboolean ok = json_unpack(json, "[i, i, I, o, I, I, b, o!]", &kind, &job, &number, &text, &size, &mtime,
				  &unsettled, &entry) == 0;

	*report = (ys_report){ 0 };
	if (ok)
		*report = (ys_report){ kind, job, number, ys_bytes_from_json(text), { size, mtime, unsettled },
				       ys_manifest_entry_from_json(entry) };
	json_decref(json);
	return ok && kind >= 0 && kind < YS_N_REPORTS && (report->text || !(WITH_TEXT >> kind & 1)) &&
	       (report->entry || kind != YS_REPORT_READ);
}

void ys_report_clear(ys_report *report)
{
	g_clear_pointer(&report->text, g_free);
	g_clear_pointer(&report->entry, ys_manifest_entry_free);
}

/* ---- orders and answers: a line each ---- */

static gboolean say(int fd, const char *line)
{
	return send(fd, line, strlen(line), MSG_NOSIGNAL) == (gssize)strlen(line);
}

gboolean ys_pipe_give(int fd, guint batch)
{
	char line[16];

	g_snprintf(line, sizeof line, "%u\n", batch);
	return say(fd, line);
}

gboolean ys_pipe_answer(int fd, gboolean wanted)
{
	return say(fd, wanted ? "y\n" : "n\n");
}

gboolean ys_pipe_take(FILE *in, guint *batch)
{
	char line[16];

	if (!fgets(line, sizeof line, in))
		return FALSE;
	*batch = (guint)g_ascii_strtoull(line, NULL, 10);
	return TRUE;
}

gboolean ys_pipe_take_answer(FILE *in, gboolean *wanted)
{
	char line[8];

	if (!fgets(line, sizeof line, in))
		return FALSE;
	*wanted = *line == 'y';
	return TRUE;
}
