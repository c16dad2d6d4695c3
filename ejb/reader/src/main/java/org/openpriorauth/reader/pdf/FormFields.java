package org.openpriorauth.reader.pdf;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.openpriorauth.reader.page.Box;
import org.openpriorauth.reader.page.PageText;
import org.openpriorauth.reader.page.Rotation;
import org.openpriorauth.reader.page.Tick;
import org.openpriorauth.reader.page.Word;

/**
 * The fields of a form that say more than they draw: a button is ticked by its state, whatever it
 * looks like; a value that nobody drew is on the page for all viewers that draw it.
 */
final class FormFields {
  /** A field may have the field above it for its kind and value; more are a loop. */
  private static final int MOST_PARENTS = 8;

  private static final int PUSH_BUTTON = 1 << 16;
  private static final String OFF = "Off";

  private final PDRectangle crop;
  private final Rotation rotation;
  private final List<Word> words = new ArrayList<>();

  FormFields(PDPage page) {
    this.crop = page.getCropBox();
    this.rotation = Rotation.ofDegrees(page.getRotation());
  }

  List<Word> words() {
    return words;
  }

  /** Whether it is a field whose words are now known, so that it need not be drawn. */
  boolean take(PDAnnotation annotation) {
    COSDictionary field = annotation.getCOSObject();
    PDRectangle place = annotation.getRectangle();
    if (!"Widget".equals(annotation.getSubtype()) || place == null) {
      return false;
    }
    if (COSName.BTN.equals(inherited(field, COSName.FT))) {
      boolean push =
          inherited(field, COSName.FF) instanceof COSNumber flags
              && (flags.intValue() & PUSH_BUTTON) != 0;
      if (!push) {
        words.add(new Word(tick(field).sign(), box(place), 100));
      }
      return !push;
    }
    if (annotation.getNormalAppearanceStream() == null
        && inherited(field, COSName.V) instanceof COSString value) {
      write(value.getString(), box(place));
    }
    return false;
  }

  private static Tick tick(COSDictionary field) {
    String state = name(field.getDictionaryObject(COSName.AS));
    String value = name(inherited(field, COSName.V));
    if (state == null) {
      return value == null || value.equals(OFF) ? Tick.EMPTY : Tick.UNCLEAR;
    }
    boolean on = !state.equals(OFF);
    // What is drawn and what is stored may differ where a program set only one of them.
    boolean own = field.getDictionaryObject(COSName.V) != null;
    if (!on && own && value != null && !value.equals(OFF) || on && OFF.equals(value)) {
      return Tick.UNCLEAR;
    }
    return on ? Tick.TICKED : Tick.EMPTY;
  }

  private static String name(COSBase base) {
    if (base instanceof COSName name) {
      return name.getName();
    }
    return base instanceof COSString string ? string.getString() : null;
  }

  private static COSBase inherited(COSDictionary field, COSName key) {
    COSDictionary at = field;
    for (int i = 0; i < MOST_PARENTS && at != null; i++) {
      COSBase found = at.getDictionaryObject(key);
      if (found != null) {
        return found;
      }
      at = at.getCOSDictionary(COSName.PARENT);
    }
    return null;
  }

  /** Line under line, each spread over the field's width as far as it needs. */
  private void write(String value, Box place) {
    String[] lines =
        value.substring(0, Math.min(value.length(), PageText.MOST_CHARACTERS)).split("[\r\n]+");
    double height = place.height() / Math.max(1, lines.length);
    for (int i = 0; i < lines.length; i++) {
      double letter = Math.min(place.width() / Math.max(1, lines[i].length()), height * 0.5);
      int at = 0;
      for (String word : lines[i].split("(?<=\\s)|(?=\\s)")) {
        if (!word.isBlank() && words.size() < PageText.MOST_WORDS) {
          double left = place.x() + at * letter;
          double top = place.y() + i * height;
          words.add(new Word(word, new Box(left, top, word.length() * letter, height), 100));
        }
        at += word.length();
      }
    }
  }

  private Box box(PDRectangle place) {
    return rotation.turn(
        Box.between(
            (place.getLowerLeftX() - crop.getLowerLeftX()) / crop.getWidth(),
            1 - (place.getUpperRightY() - crop.getLowerLeftY()) / crop.getHeight(),
            (place.getUpperRightX() - crop.getLowerLeftX()) / crop.getWidth(),
            1 - (place.getLowerLeftY() - crop.getLowerLeftY()) / crop.getHeight()));
  }
}
