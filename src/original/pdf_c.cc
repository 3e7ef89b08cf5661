/* The one place that sees poppler.  Every entry point runs its body under guarded(), as in
 * index/xapian_c.cc, so that nothing poppler or the run time throws reaches C. */
#include "config.h"

#include "src/original/pdf_c.h"

#include <ctime>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <exception>
#include <memory>
#include <new>

#include <Error.h>
#include <GfxFont.h>
#include <GfxState.h>
#include <GlobalParams.h>
#include <Object.h>
#include <OutputDev.h>
#include <PDFDoc.h>
#include <Page.h>
#include <Stream.h>
#include <ErrorCodes.h>

#include "src/error.h"

static const double DPI = 72;           /* a unit of the page is a point */
static const double FONT_MIN = 0.5;     /* pt: smaller is not meant to be read */
static const double FONT_MAX = 400;
static const double SLANT_MAX = 0.1;    /* off an axis, as a part of the way along it */
static const double CLIP_SLACK = 0.5;   /* pt */
static const double NEARLY_WHITE = 0.95;
static const double STROKE_MAX = 3;     /* pt: a wider stroke is a background */
static const int POINTS_MAX = 64;       /* of a part of a path: more is a drawing */

struct pdf_c_document {
	std::unique_ptr<PDFDoc> doc;
	bool lacks_data = false;
};

/* ---- the boundary ---- */

static bool fail(GError **error, ys_error_code code, const char *message)
{
	g_set_error_literal(error, YS_ERROR, code, message);
	return false;
}

template <class F>
static bool guarded(GError **error, F &&body) noexcept
{
	try {
		body();
		return true;
	} catch (const std::bad_alloc &) {
		return fail(error, YS_ERROR_INTERNAL, "no memory");
	} catch (const std::exception &e) {
		return fail(error, YS_ERROR_PUBLICATION, e.what());
	} catch (...) {
		return fail(error, YS_ERROR_INTERNAL, "unexpected exception");
	}
}

/* Poppler tells of errors by a function without data. */
static pdf_c_document *complains_of;

static void on_complaint(ErrorCategory, Goffset, const char *message)
{
	if (complains_of && strstr(message, "language pack"))
		complains_of->lacks_data = true;
}

/* ---- what is drawn ---- */

struct box {
	double x0, y0, x1, y1;
};

static bool nearly_white(const GfxRGB &rgb)
{
	return colToDbl(rgb.r) > NEARLY_WHITE && colToDbl(rgb.g) > NEARLY_WHITE && colToDbl(rgb.b) > NEARLY_WHITE;
}

static box clip_of(const GfxState *state)
{
	box clip;

	state->getClipBBox(&clip.x0, &clip.y0, &clip.x1, &clip.y1);
	return { clip.x0 - CLIP_SLACK, clip.y0 - CLIP_SLACK, clip.x1 + CLIP_SLACK, clip.y1 + CLIP_SLACK };
}

/* Where text goes that advances by dx, dy; false: along no axis. */
static bool turn_of(double dx, double dy, ys_pdf_turn *turn)
{
	if (std::fabs(dy) <= SLANT_MAX * std::fabs(dx))
		*turn = dx >= 0 ? YS_PDF_RIGHT : YS_PDF_LEFT;
	else if (std::fabs(dx) <= SLANT_MAX * std::fabs(dy))
		*turn = dy >= 0 ? YS_PDF_DOWN : YS_PDF_UP;
	else
		return false;
	return true;
}

/* The box of a character that stands at x, y on its baseline. */
static box box_of(ys_pdf_turn turn, double x, double y, double advance, double size)
{
	const double up = YS_PDF_ASCENT * size, below = size - up;

	switch (turn) {
	case YS_PDF_RIGHT:
		return { x, y - up, x + advance, y + below };
	case YS_PDF_LEFT:
		return { x - advance, y - below, x, y + up };
	case YS_PDF_DOWN:
		return { x - below, y, x + up, y + advance };
	default:
		return { x - up, y - advance, x + below, y };
	}
}

namespace {

class drawing : public OutputDev {
public:
	drawing(ys_pdf_page *of, double seconds)
		: page(of), until(std::clock() + std::clock_t(seconds * CLOCKS_PER_SEC)) { }

	bool upsideDown() override { return true; }
	bool useDrawChar() override { return true; }
	bool interpretType3Chars() override { return false; }

	/* Patterns and shades are backgrounds; without these poppler would draw them piece by piece. */
	bool useTilingPatternFill() override { return true; }
	bool tilingPatternFill(GfxState *, Gfx *, Catalog *, GfxTilingPattern *, const double *, int, int, int, int,
			       double, double) override { return true; }
	bool useShadedFills(int) override { return true; }
	bool functionShadedFill(GfxState *, GfxFunctionShading *) override { return true; }
	bool axialShadedFill(GfxState *, GfxAxialShading *, double, double) override { return true; }
	bool radialShadedFill(GfxState *, GfxRadialShading *, double, double) override { return true; }
	bool gouraudTriangleShadedFill(GfxState *, GfxGouraudTriangleShading *) override { return true; }
	bool patchMeshShadedFill(GfxState *, GfxPatchMeshShading *) override { return true; }

	void beginStringOp(GfxState *) override { run++; }
	void drawChar(GfxState *state, double x, double y, double dx, double dy, double origin_x, double origin_y,
		      CharCode code, int, const Unicode *unicode, int n) override;

	void stroke(GfxState *state) override;
	void fill(GfxState *state) override { filled(state); }
	void eoFill(GfxState *state) override { filled(state); }

	void drawImage(GfxState *state, Object *ref, Stream *str, int width, int height, GfxImageColorMap *map,
		       bool interpolate, const int *mask, bool in_line) override
	{
		page->n_pictures++;
		OutputDev::drawImage(state, ref, str, width, height, map, interpolate, mask, in_line);
	}
	void drawImageMask(GfxState *state, Object *ref, Stream *str, int width, int height, bool invert,
			   bool interpolate, bool in_line) override
	{
		page->n_pictures++;
		OutputDev::drawImageMask(state, ref, str, width, height, invert, interpolate, in_line);
	}
	void drawMaskedImage(GfxState *, Object *, Stream *, int, int, GfxImageColorMap *, bool, Stream *, int, int,
			     bool, bool) override { page->n_pictures++; }
	void drawSoftMaskedImage(GfxState *, Object *, Stream *, int, int, GfxImageColorMap *, bool, Stream *, int,
				 int, GfxImageColorMap *, bool) override { page->n_pictures++; }

	/* Asked by poppler between operators; the rest of the page is left out. */
	static bool enough(void *data)
	{
		drawing *self = static_cast<drawing *>(data);

		if (std::clock() > self->until)
			self->page->too_dense = TRUE;
		return self->page->too_dense;
	}

private:
	ys_pdf_page *page;
	std::clock_t until;
	guint run = 0;

	void filled(GfxState *state);
	void filled_part(GfxState *state, const GfxSubpath *part, const box &clip);
	void stroked_part(GfxState *state, const GfxSubpath *part, const box &clip);
	void stroked_line(box line, const box &clip);
};

void drawing::drawChar(GfxState *state, double x, double y, double dx, double dy, double origin_x, double origin_y,
		       CharCode code, int, const Unicode *unicode, int n)
{
	const box clip = clip_of(state);
	ys_pdf_char c = {};
	double at_x, at_y, along_x, along_y, spaced_x, spaced_y;

	if (n <= 0 || !unicode) {
		page->n_unknown++;
		return;
	}
	c.size = state->getTransformedFontSize();
	if (!(c.size >= FONT_MIN && c.size <= FONT_MAX))
		return;
	/* The blank between letters is part of the advance, but not of the letter. */
	state->textTransformDelta((state->getCharSpace() + (code == ' ' ? state->getWordSpace() : 0)) *
				  state->getHorizScaling(), 0, &spaced_x, &spaced_y);
	state->transform(x - origin_x, y - origin_y, &at_x, &at_y);
	state->transformDelta(dx - spaced_x, dy - spaced_y, &along_x, &along_y);
	if (state->getFont() && state->getFont()->getWMode()) {
		/* One below the other, each upright. */
		along_x = c.size;
		along_y = 0;
	}
	if (!turn_of(along_x, along_y, &c.turn)) {
		page->n_slanted++;
		return;
	}
	c.run = run;
	for (int i = 0; i < n; i++) {
		const double part = double(i) / n;
		const box b = box_of(c.turn, at_x + along_x * part, at_y + along_y * part,
				     std::hypot(along_x, along_y) / n, c.size);

		c.x0 = b.x0, c.y0 = b.y0, c.x1 = b.x1, c.y1 = b.y1;
		c.cut_across = (b.x0 + b.x1) / 2 < clip.x0 || (b.x0 + b.x1) / 2 > clip.x1;
		c.cut_down = (b.y0 + b.y1) / 2 < clip.y0 || (b.y0 + b.y1) / 2 > clip.y1;
		c.unicode = unicode[i];
		ys_pdf_page_add_char(page, &c);
	}
}

static bool is_straight(const GfxSubpath *part)
{
	const int n = part->getNumPoints();

	if (n > POINTS_MAX)
		return false;
	for (int i = 0; i < n; i++)
		if (part->getCurve(i))
			return false;
	return true;
}

/* A clip cuts what is drawn; false: nothing is left. */
static bool cut(box *b, const box &clip)
{
	*b = { std::max(b->x0, clip.x0), std::max(b->y0, clip.y0), std::min(b->x1, clip.x1),
	       std::min(b->y1, clip.y1) };
	return b->x0 <= b->x1 && b->y0 <= b->y1;
}

void drawing::stroked_line(box line, const box &clip)
{
	line = { std::min(line.x0, line.x1), std::min(line.y0, line.y1), std::max(line.x0, line.x1),
		 std::max(line.y0, line.y1) };
	if (cut(&line, clip))
		ys_pdf_page_add_stroke(page, line.x0, line.y0, line.x1, line.y1);
}

void drawing::stroked_part(GfxState *state, const GfxSubpath *part, const box &clip)
{
	const int n = part->getNumPoints();
	box line;

	if (!is_straight(part) || n < 2)
		return;
	/* A closed part ends with the point that it begins with. */
	for (int i = 0; i + 1 < n; i++) {
		state->transform(part->getX(i), part->getY(i), &line.x0, &line.y0);
		state->transform(part->getX(i + 1), part->getY(i + 1), &line.x1, &line.y1);
		stroked_line(line, clip);
	}
}

void drawing::stroke(GfxState *state)
{
	const GfxPath *path = state->getPath();
	const box clip = clip_of(state);
	GfxRGB rgb;

	state->getStrokeRGB(&rgb);
	if (nearly_white(rgb) || state->getTransformedLineWidth() > STROKE_MAX)
		return;
	for (int i = 0; i < path->getNumSubpaths() && !page->too_dense; i++)
		stroked_part(state, path->getSubpath(i), clip);
}

void drawing::filled_part(GfxState *state, const GfxSubpath *part, const box &clip)
{
	const int n = part->getNumPoints();
	box b = { INFINITY, INFINITY, -INFINITY, -INFINITY };
	double x, y;

	if (!is_straight(part) || n < 3)
		return;
	for (int i = 0; i < n; i++) {
		state->transform(part->getX(i), part->getY(i), &x, &y);
		b = { std::min(b.x0, x), std::min(b.y0, y), std::max(b.x1, x), std::max(b.y1, y) };
	}
	/* A thin box lies along an axis; a polygon that is not a box has a thick hull, which is no rule. */
	if (cut(&b, clip))
		ys_pdf_page_add_fill(page, b.x0, b.y0, b.x1, b.y1);
}

void drawing::filled(GfxState *state)
{
	const GfxPath *path = state->getPath();
	const box clip = clip_of(state);
	GfxRGB rgb;

	state->getFillRGB(&rgb);
	if (nearly_white(rgb))
		return;
	for (int i = 0; i < path->getNumSubpaths() && !page->too_dense; i++)
		filled_part(state, path->getSubpath(i), clip);
}

} // namespace

/* ---- entry points ---- */

static std::unique_ptr<PDFDoc> document_of(const char *data, gsize len)
{
	/* The document takes the stream over; neither writes to the bytes. */
	return std::make_unique<PDFDoc>(new MemStream(const_cast<char *>(data), 0, len, Object(objNull)));
}

static bool refuse(GError **error, const PDFDoc &doc)
{
	return fail(error, YS_ERROR_PUBLICATION, doc.getErrorCode() == errEncrypted ?
		    "it wants a password: read a copy without one, made by "
		    "qpdf --decrypt --password=PASSWORD FILE COPY" :
		    "a damaged PDF, perhaps cut off: fetch it again, or read a copy made by qpdf FILE COPY");
}

extern "C" pdf_c_document *pdf_c_open(const char *data, gsize len, GError **error)
{
	std::unique_ptr<pdf_c_document> document;
	bool opened = false;

	guarded(error, [&] {
		document = std::make_unique<pdf_c_document>();
		complains_of = document.get();
		setErrorCallback(on_complaint);
		if (!globalParams)
			globalParams = std::make_unique<GlobalParams>();
		document->doc = document_of(data, len);
		opened = (document->doc->isOk() && document->doc->getNumPages() > 0) ||
			 refuse(error, *document->doc);
	});
	if (!opened) {
		pdf_c_close(document.release());
		return nullptr;
	}
	return document.release();
}

extern "C" void pdf_c_close(pdf_c_document *document)
{
	if (complains_of == document)
		complains_of = nullptr;
	guarded(nullptr, [&] { delete document; });
}

extern "C" guint pdf_c_n_pages(const pdf_c_document *document)
{
	return document->doc->getNumPages();
}

extern "C" ys_pdf_page *pdf_c_page(pdf_c_document *document, guint number, double seconds,
				   GError **error)
{
	g_autoptr(ys_pdf_page) page = nullptr;

	if (!guarded(error, [&] {
		const Page *shown = document->doc->getPage(number);
		double width = shown ? shown->getCropWidth() : 0, height = shown ? shown->getCropHeight() : 0;

		if (shown && shown->getRotate() % 180)
			std::swap(width, height);
		page = ys_pdf_page_new(number, width, height);
		if (!shown)
			return;
		drawing out(page, seconds);
		document->doc->displayPage(&out, number, DPI, DPI, 0, false, true, false, drawing::enough, &out);
	}))
		return nullptr;
	return static_cast<ys_pdf_page *>(g_steal_pointer(&page));
}

extern "C" gboolean pdf_c_lacks_poppler_data(const pdf_c_document *document)
{
	return document->lacks_data;
}
