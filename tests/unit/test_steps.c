/* Whatever happened to the files on the way, and in however many runs: in the end the index
 * holds what one that is made of them at once holds.  Random, but the same each time. */
#include "index_fixture.h"

#define ROUNDS 12
#define FILES 9
#define PUBLICATIONS 6

static const gint64 times[] = { 1600000000, 1600000001, 1700000000, 1900000000 };
#define NOTES 4
static const char *const dirs[] = { "", "x/", "x/y/" };

static int any(GRand *rand, int n)
{
	return g_rand_int_range(rand, 0, n);
}

static char *any_name(GRand *rand)
{
	return g_strdup_printf("%sf%d.txt", dirs[any(rand, G_N_ELEMENTS(dirs))], any(rand, FILES));
}

/* Of a size of its own: what changes and keeps both size and time is not seen, on purpose. */
static void put_any(const place *at, const char *name, gint64 seconds, GRand *rand)
{
	int number = any(rand, PUBLICATIONS), length = number * NOTES + any(rand, NOTES) + 1;
	g_autoptr(GString) note = g_string_new(NULL);

	for (int i = 0; i < length; i++)
		g_string_append(note, "注");
	put_publication(at, name, seconds, number, note->str);
}

static void move(const place *at, const char *from, const char *to)
{
	g_autofree char *old = doc_path(at, from), *new = doc_path(at, to);
	g_autofree char *dir = g_path_get_dirname(new);

	assert_int_equal(g_mkdir_with_parents(dir, 0755), 0);
	/* there may be none of this name */
	if (g_rename(old, new))
		assert_int_equal(errno, ENOENT);
}

static void copy(const place *at, const char *from, const char *to, gint64 seconds)
{
	g_autofree char *old = doc_path(at, from), *text = NULL;

	if (g_file_get_contents(old, &text, NULL, NULL))
		put_text(at, to, seconds, text);
}

static void change(const place *at, GRand *rand)
{
	g_autofree char *name = any_name(rand), *other = any_name(rand), *path = doc_path(at, name);
	gint64 seconds = times[any(rand, G_N_ELEMENTS(times))];

	switch (any(rand, 8)) {
	case 0:
		g_unlink(path);
		break;
	case 1:
		move(at, name, other);
		break;
	case 2:
		copy(at, name, other, seconds);
		break;
	case 3:
		if (g_file_test(path, G_FILE_TEST_EXISTS))
			set_time(at, name, seconds);
		break;
	default:
		put_any(at, name, seconds, rand);
	}
}

/* A run may find that there is nothing yet, or no more; never that something is wrong. */
static void run(place *at, GRand *rand)
{
	g_autofree char *name = any_name(rand), *path = doc_path(at, name);
	gboolean one = any(rand, 3) == 0 && g_file_test(path, G_FILE_TEST_EXISTS);

	at->options.jobs = any(rand, 3) + 1;
	at->options.prune = any(rand, 3) == 0;
	at->options.rebuild = any(rand, 12) == 0;
	at->options.force = TRUE;
	if (!(one ? INDEX(at, name) : INDEX(at, "")))
		assert_true(g_error_matches(at->error, YS_ERROR, YS_ERROR_NO_INDEX));
}

static void assert_same_as_at_once(place *at, guint round)
{
	g_autofree char *stepwise = NULL, *at_once = NULL;

	at->options = (ys_index_options){ .prune = TRUE, .force = TRUE, .jobs = 2 };
	assert_indexed(at, INDEX(at, ""));
	stepwise = export_all(at->root);
	assert_true(ys_disk_remove(at->root, NULL));
	assert_indexed(at, INDEX(at, ""));
	at_once = export_all(at->root);
	if (strcmp(stepwise, at_once))
		fail_msg("round %u differs:\n%s\n---\n%s", round, stepwise, at_once);
}

static void many_steps_end_in_what_one_does(void **state)
{
	place *at = *state;

	for (guint round = 0; round < ROUNDS; round++) {
		g_autoptr(GRand) rand = g_rand_new_with_seed(round);

		for (int steps = any(rand, 8) + 4; steps > 0; steps--) {
			for (int changes = any(rand, 6); changes >= 0; changes--)
				change(at, rand);
			run(at, rand);
		}
		/* or there might be none at all */
		put_publication(at, "last.txt", times[0], PUBLICATIONS, "戊");
		assert_same_as_at_once(at, round);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(many_steps_end_in_what_one_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
