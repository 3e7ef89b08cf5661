/* LibreOffice is given a copy, in a directory that holds nothing else, under a name that is no option and has no
 * meaning in its shell script: what the copy is, it finds out from the content, as we do. */
#include "index/write/convert.h"

#include <errno.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "index/store/disk.h"
#include "src/confine.h"

/* Between two looks at whether it has ended. */
#define LOOK_US 20000

#define PATIENCE_SECONDS 600

#define TO_INSTALL "install LibreOffice (Debian: libreoffice-writer-nogui and libreoffice-calc-nogui)"

struct ys_convert {
	char *dir;
	guint seconds;
	guint n_files;
};

ys_convert *ys_convert_new(guint seconds, GError **error)
{
	g_autofree char *dir = g_dir_make_tmp("yusou-convert-XXXXXX", error);
	ys_convert *convert;

	if (!dir)
		return NULL;
	convert = g_new0(ys_convert, 1);
	convert->dir = g_steal_pointer(&dir);
	convert->seconds = seconds ? seconds : PATIENCE_SECONDS;
	return convert;
}

void ys_convert_free(ys_convert *convert)
{
	g_autoptr(GError) error = NULL;

	if (!convert)
		return;
	if (!ys_disk_remove(convert->dir, &error))
		g_debug("%s", error->message);
	g_free(convert->dir);
	g_free(convert);
}

static gboolean fail(GError **error, const char *why)
{
	g_set_error_literal(error, YS_ERROR, YS_ERROR_PUBLICATION, why);
	return FALSE;
}

/* A copy of the file in a directory of its own, for another may be converted under the same name. */
static char *copy(ys_convert *convert, const char *path, char **sha256, GError **error)
{
	g_autofree char *name = g_strdup_printf("%u", ++convert->n_files);
	g_autofree char *dir = g_build_filename(convert->dir, name, NULL);
	g_autofree char *to = g_build_filename(dir, "original", NULL), *data = NULL;
	ys_stamp stamp;
	gsize len;

	data = ys_file_read(path, &len, &stamp, error);
	if (!data)
		return NULL;
	if (g_mkdir_with_parents(dir, 0700) != 0) {
		ys_disk_fail(error, "make", dir);
		return NULL;
	}
	if (!ys_disk_write(to, data, len, error))
		return NULL;
	*sha256 = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)data, len);
	return g_steal_pointer(&to);
}

/* In the new process: a group of its own, so that all it starts can be ended with it. */
static void set_up(gpointer seconds)
{
	setpgid(0, 0);
	ys_confine_bound(RLIMIT_CORE, 0);
	ys_confine_bound(RLIMIT_CPU, GPOINTER_TO_UINT(seconds));
	/* what was ignored would be so there too */
	signal(SIGXFSZ, SIG_DFL);
	signal(SIGPIPE, SIG_DFL);
}

static gboolean start(const ys_convert *convert, const char *to, const char *file, GPid *pid, GError **error)
{
	g_autofree char *program = g_find_program_in_path("soffice");
	g_autofree char *out = g_path_get_dirname(file), *profile = g_build_filename(convert->dir, "profile", NULL);
	g_autofree char *uri = g_filename_to_uri(profile, NULL, error);
	g_autofree char *installation = uri ? g_strconcat("-env:UserInstallation=", uri, NULL) : NULL;
	char *argv[] = { program, (char *)"--headless", (char *)"--norestore", (char *)"--nolockcheck", installation,
			 (char *)"--convert-to", (char *)to, (char *)"--outdir", out, (char *)file, NULL };
	g_auto(GStrv) environment = g_get_environ();

	if (!program)
		return fail(error, "LibreOffice is not there (no soffice in PATH): " TO_INSTALL);
	if (!installation)
		return FALSE;
	/* what it leaves is removed with the rest */
	environment = g_environ_setenv(environment, "HOME", convert->dir, TRUE);
	environment = g_environ_setenv(environment, "TMPDIR", convert->dir, TRUE);
	environment = g_environ_unsetenv(environment, "DISPLAY");
	return g_spawn_async(convert->dir, argv, environment,
			     G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
			     set_up, GUINT_TO_POINTER(convert->seconds), pid, error);
}

/* FALSE if it takes too long; then it is ended. */
static gboolean wait_for(GPid pid, guint seconds)
{
	gint64 end = g_get_monotonic_time() + seconds * (gint64)G_USEC_PER_SEC;
	int status;
	pid_t ended;

	while ((ended = waitpid(pid, &status, WNOHANG)) == 0 || (ended < 0 && errno == EINTR)) {
		if (g_get_monotonic_time() >= end) {
			kill(-pid, SIGKILL);
			while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
				;
			return FALSE;
		}
		g_usleep(LOOK_US);
	}
	return TRUE;
}

/* The path of what it was converted into; *sha256 is that of the bytes it was made of. */
static char *convert_file(ys_convert *convert, const ys_job *job, char **sha256, GError **error)
{
	static const char *const formats[] = {
		[YS_SAVE_AS_DOCX] = "docx", [YS_SAVE_AS_XLSX] = "xlsx", [YS_SAVE_AS_PDF] = "pdf",
	};
	const char *to = formats[job->save_as];
	g_autofree char *file = copy(convert, job->path, sha256, error);
	g_autofree char *made = file ? g_strconcat(file, ".", to, NULL) : NULL;
	GPid pid;

	if (!file || !start(convert, to, file, &pid, error))
		return NULL;
	if (!wait_for(pid, convert->seconds)) {
		g_set_error(error, YS_ERROR, YS_ERROR_PUBLICATION,
			    "LibreOffice did not convert it in %u seconds; --timeout allows more", convert->seconds);
		return NULL;
	}
	/* its status is 0 when it fails, too */
	if (!g_file_test(made, G_FILE_TEST_IS_REGULAR)) {
		fail(error, "LibreOffice could not convert it; open it in an office program to see why");
		return NULL;
	}
	return g_steal_pointer(&made);
}

ys_job *ys_convert_job(ys_convert *convert, ys_job *job)
{
	g_autofree char *sha256 = NULL;
	g_autoptr(GError) why = NULL;
	char *made = convert_file(convert, job, &sha256, &why);
	ys_job *next;

	if (!made) {
		ys_job_remark(job, 0, why->message);
		return NULL;
	}
	next = ys_job_new(job->path, job->file, NULL, job->size, job->mtime);
	next->named = job->named;
	next->of_page = job->of_page;
	next->converted = made;
	next->converted_from = g_steal_pointer(&sha256);
	job->outcome = YS_JOB_CONVERTED;
	return next;
}
