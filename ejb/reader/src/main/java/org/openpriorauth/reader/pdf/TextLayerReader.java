package org.openpriorauth.reader.pdf;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPopup;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.openpriorauth.reader.page.PageText;
import org.openpriorauth.reader.page.Rotation;
import org.openpriorauth.reader.page.Word;

/**
 * Goes once through the content of a page, annotations included (the values of a filled form are
 * annotations), and notes words and pictures.
 */
final class TextLayerReader extends PDFTextStripper {
  private final PDPage page;
  private final Pictures pictures;
  private final Glyphs glyphs;
  private final Paths paths = new Paths();
  private final FormFields fields;
  private int characters;
  private boolean cutShort;

  private TextLayerReader(PDPage page) {
    this.page = page;
    this.pictures = new Pictures(page);
    this.glyphs = new Glyphs(page);
    this.fields = new FormFields(page);
    setSortByPosition(true);
  }

  /**
   * Reads the layer of one page.
   *
   * @throws IOException if the content of the page is broken
   */
  static TextLayer read(PDDocument pdf, PDPage page, int index) throws IOException {
    TextLayerReader reader = new TextLayerReader(page);
    reader.setStartPage(index + 1);
    reader.setEndPage(index + 1);
    reader.writeText(pdf, Writer.nullWriter());
    return reader.layer();
  }

  private TextLayer layer() {
    Rotation upright = glyphs.rotation();
    List<Word> words = new ArrayList<>();
    List<Word> all = new ArrayList<>(glyphs.words());
    all.addAll(fields.words());
    all = new PaintedBoxes(page, paths).among(all);
    for (Word word : all.subList(0, Math.min(all.size(), PageText.MOST_WORDS))) {
      Word turned = new Word(word.text(), upright.turn(word.box()), word.confidence());
      if (turned.box().onPage().holds(turned.box().centreX(), turned.box().centreY())) {
        words.add(turned);
      }
    }
    return new TextLayer(
        words,
        upright,
        glyphs.readable(),
        glyphs.unreadable(),
        pictures.share(),
        pictures.dpi(),
        pictures.fragile(),
        cutShort || all.size() > PageText.MOST_WORDS);
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    pictures.note(operator, operands, this);
    paths.note(operator, operands, this);
    super.processOperator(operator, operands);
  }

  @Override
  protected void processTextPosition(TextPosition text) {
    // One glyph may stand for many characters: its font says so, and a font may say anything.
    String unicode = text.getUnicode();
    int more = unicode == null ? 1 : Math.max(1, unicode.length());
    cutShort |= characters + more > PageText.MOST_CHARACTERS;
    if (!cutShort) {
      characters += more;
      super.processTextPosition(text);
    }
  }

  @Override
  protected void writePage() throws IOException {
    for (PDAnnotation annotation : page.getAnnotations()) {
      if (isShown(annotation) && !fields.take(annotation)) {
        showAnnotation(annotation);
      }
    }
    super.writePage();
  }

  private static boolean isShown(PDAnnotation annotation) {
    return !annotation.isHidden()
        && !annotation.isNoView()
        && !(annotation instanceof PDAnnotationPopup)
        && !(annotation instanceof PDAnnotationLink);
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    glyphs.addRun(positions);
  }
}
