package org.openpriorauth.reader.office;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.document.FailureCode;

/**
 * Walks through the elements of an XML file. A document type is refused, so there are no entities
 * but XML's own and nothing is fetched; depth is bounded, so that a walk may recurse.
 */
final class Xml {
  private static final int DEEPEST = 300;
  private static final XMLInputFactory FACTORY = factory();

  private final XMLStreamReader in;
  private int depth;

  private Xml(XMLStreamReader in) {
    this.in = in;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("Nothing is fetched.");
        });
    return factory;
  }

  /**
   * Goes to the root element.
   *
   * @throws Failure DAMAGED
   */
  static Xml open(byte[] content) throws Failure {
    try {
      Xml xml = new Xml(FACTORY.createXMLStreamReader(new ByteArrayInputStream(content)));
      boolean root = false;
      while (!root) {
        root = xml.next();
      }
      return xml;
    } catch (XMLStreamException e) {
      throw broken();
    }
  }

  private static Failure broken() {
    return new Failure(FailureCode.DAMAGED);
  }

  /**
   * Goes on to the next child of the element whose children are walked, or to its end. A child must
   * be walked or skipped before the next call.
   *
   * @return whether there is one
   */
  boolean child() throws Failure {
    int home = depth();
    while (depth() >= home) {
      if (next()) {
        return true;
      }
    }
    return false;
  }

  /** Goes on to the next child or piece of text; false at the element's end. */
  boolean childOrText() throws Failure {
    int home = depth();
    while (depth() >= home) {
      if (next() || isText()) {
        return true;
      }
    }
    return false;
  }

  /** It changes with each step; an analyser that looks at the field believes that it does not. */
  private int depth() {
    return depth;
  }

  /** Whether it stands at text and not at an element. */
  boolean isText() {
    int event = in.getEventType();
    return event == XMLStreamConstants.CHARACTERS
        || event == XMLStreamConstants.CDATA
        || event == XMLStreamConstants.SPACE;
  }

  /** The piece of text that it stands at. */
  String piece() {
    return in.getText();
  }

  /** Goes behind the end of the element that it stands at. */
  void skip() throws Failure {
    while (child()) {
      skip();
    }
  }

  /** The text of the element that it stands at, without that of its children. */
  String text() throws Failure {
    StringBuilder text = new StringBuilder();
    while (childOrText()) {
      if (isText()) {
        text.append(piece());
      } else {
        skip();
      }
    }
    return text.toString();
  }

  /** One step; whether it came to an element's beginning. */
  private boolean next() throws Failure {
    try {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          if (depth > DEEPEST) {
            throw new Failure(FailureCode.DAMAGED, "Its elements are nested too deep.");
          }
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new Failure(FailureCode.DAMAGED, "It has a document type, which is not read.");
        default -> {
          // Text is taken where it is asked for; the rest says nothing.
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw broken();
    } catch (RuntimeException e) {
      // The end of the file inside of an element, and some broken encodings.
      throw broken();
    }
  }

  /** Local name of the element. */
  String name() {
    return in.getLocalName();
  }

  /** Its name space, or empty. */
  String space() {
    String uri = in.getNamespaceURI();
    return uri == null ? "" : uri;
  }

  /** An attribute by its local name, or null. */
  String attribute(String name) {
    for (int i = 0; i < in.getAttributeCount(); i++) {
      if (in.getAttributeLocalName(i).equals(name)) {
        return in.getAttributeValue(i);
      }
    }
    return null;
  }

  /** All attributes by their local names. */
  Map<String, String> attributes() {
    if (in.getAttributeCount() == 0) {
      return Map.of();
    }
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < in.getAttributeCount(); i++) {
      attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
    }
    return attributes;
  }

  /** The same with a word for what is missing. */
  String attribute(String name, String otherwise) {
    String value = attribute(name);
    return value == null ? otherwise : value;
  }

  /** A whole number of reasonable size. */
  int number(String name, int otherwise) {
    String value = attribute(name, "");
    return value.matches("-?[0-9]{1,8}") ? Integer.parseInt(value) : otherwise;
  }

  /** Whether an element that switches something on does so: without a value it does. */
  boolean on() {
    String value = attribute("val", "true");
    return !value.equals("0") && !value.equals("false") && !value.equals("off");
  }
}
