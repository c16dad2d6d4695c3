/**
 * The document-reading child process: bytes in, pages out. It knows nothing of the product. The
 * application server starts it, feeds it one job at a time and kills it at a deadline, because
 * PDFBox ignores interruption and OCR must not run inside the server.
 *
 * <p>Nothing of a document is ever written to disk or to a log. What lies on disk is the process's
 * own: native libraries, OCR models and PDFBox's index of the machine's fonts, all in one private
 * directory ({@code openpriorauth.reader.home}).
 *
 * <p>It reads PDF, TIFF, JPEG, PNG and JPEG 2000, Word (DOCX), rich text (RTF), clinical documents
 * (C-CDA) and plain text, each known by its first bytes. The last four have no pages: they are
 * typed onto letter pages, which are on their side where a table needs it.
 *
 * <h2>Request</h2>
 *
 * <pre>
 * int32 n (big-endian), n bytes of UTF-8 JSON (the header), int32 m, m bytes of content
 * {"op": "read" | "render", "id": "…", "page": 3, "dpi": 110, "rotation": 90,
 *  "limits": {"max_pages": 200, "max_bytes": 26214400, "max_pixels": 40000000, "page_seconds": 20}}
 * </pre>
 *
 * <p>{@code page} (from 1), {@code dpi} and {@code rotation} belong to render. {@code rotation} is
 * what the page frame of an earlier read said; without it the reader finds the rotation again,
 * which costs a second look at a scanned page. Every member but {@code op} has a default; unknown
 * members are ignored.
 *
 * <h2>Response</h2>
 *
 * <p>Frames of int32 n and n bytes of UTF-8 JSON; only if the JSON has {@code content_length}, that
 * many bytes follow.
 *
 * <p><b>read</b> answers {@code opened}, one {@code page} for each page in order, then {@code
 * done}; or {@code failed} at any point instead of what would have followed.
 *
 * <pre>
 * {"type": "opened", "id": …, "media_type": "application/pdf", "pages": 3, "flags": ["owner_restricted"]}
 * {"type": "page", "id": …, "number": 1, "source": "text" | "ocr" | "mixed" | "image" |
 *  "handwriting", "rotation": 0,
 *  "width": 612, "height": 792, "dpi": 300, "text": "…",
 *  "words": [[start, end, x, y, w, h, conf], …], "flags": ["low_quality"],
 *  "ocr": {"millis": 812, "engine": "5.5.2"}}
 * {"type": "done", "id": …, "pages": 3}
 * </pre>
 *
 * <ul>
 *   <li>{@code rotation}: clockwise degrees (0, 90, 180, 270) that reading turned the page by, on
 *       top of a PDF's own /Rotate, to bring its writing upright.
 *   <li>{@code width}, {@code height}: the upright page in points (1/72 inch).
 *   <li>{@code dpi} and {@code ocr} are there only if the page went through OCR; {@code dpi} is the
 *       resolution that was read.
 *   <li>{@code text}: in reading order, every line ended by \n; a gap wider than between words is
 *       kept as three or more spaces, so that labels and values stay apart.
 *   <li>{@code words}: [start, end) are UTF-16 offsets (as Java and JavaScript count) into {@code
 *       text}; x, y, w, h are fractions of the upright page, origin top left, four decimals; conf
 *       is 0 to 100, 100 for a text layer. It is a score and not a probability.
 *   <li>Flags of a document: {@code owner_restricted} (opens without a password, but its author
 *       restricted its use), {@code active_content} (scripts or actions, never executed), {@code
 *       incomplete} (the mark of its end is missing: it was cut off, and pages may be missing or
 *       blank), {@code dynamic_form} (an XFA form: its content is made by a program that does not
 *       run here, the pages hold a notice only).
 *   <li>Flags of a page: {@code blank}; {@code no_words} (ink, but nothing was read); {@code
 *       low_quality} (read, and not to be trusted); {@code unreadable} (the page could not be drawn
 *       or decoded) with its reason where known: {@code page_too_big}, {@code timed_out}, {@code
 *       out_of_memory}; {@code bad_text_layer} (the layer disagreed with what is seen, so what is
 *       seen was taken); {@code cut_short} (more text than one page may have); image_not_shown}
 *       (its picture could not be drawn, which left it blank); {@code handwriting} (written by
 *       hand: its words are not to be relied on); {@code unclear_box} (a box to tick, in the text
 *       {@code [?]}, is neither ticked nor empty; others are U+2610, U+2611 and U+2612).
 * </ul>
 *
 * <p><b>render</b> answers one frame, followed by the PNG. The image is the page turned as by read,
 * so that the boxes of its words lie over it.
 *
 * <pre>
 * {"type": "image", "id": …, "media_type": "image/png", "page": 3, "rotation": 0, "dpi": 110,
 *  "width": 935, "height": 1210, "content_length": 48213}
 * </pre>
 *
 * <p><b>Failure</b>: {@code {"type": "failed", "id": …, "code": "…", "detail": "…"}}; the codes are
 * {@link org.openpriorauth.reader.document.FailureCode}. The worker then takes the next job.
 *
 * <h2>Exit</h2>
 *
 * <p>0 at the end of input; 65 when a length makes no sense or the input ends inside a request (the
 * two sides have lost step, so nothing after it can be trusted); 75 when one step took five seconds
 * longer than {@code page_seconds}: the process halts itself, and the document should be kept away
 * from the next one.
 */
package org.openpriorauth.reader;
