package org.openpriorauth.reader.office;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.openpriorauth.reader.document.Document;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.document.FailureCode;
import org.openpriorauth.reader.document.Limits;
import org.openpriorauth.reader.typed.Block;
import org.openpriorauth.reader.typed.Block.Look;
import org.openpriorauth.reader.typed.Block.Paragraph;
import org.openpriorauth.reader.typed.Compositor;

/** A clinical document of a health record, C-CDA: its header and the words of its sections. */
public final class Cda {
  /** A file tells what it is within this many bytes, licences and style sheets before it. */
  private static final int DECIDES = 16_384;

  private static final Pattern ROOT =
      Pattern.compile("<(?:[A-Za-z][\\w.-]{0,30}:)?ClinicalDocument[\\s>]");

  private final Budget budget = new Budget();
  private final List<Block> out = new ArrayList<>();

  private Cda() {}

  /** Whether it is one, by its first bytes. */
  public static boolean is(byte[] content) {
    Charset written = StandardCharsets.ISO_8859_1;
    if (content.length > 2 && (content[0] & 0xff) >= 0xfe && (content[1] & 0xff) >= 0xfe) {
      written = StandardCharsets.UTF_16;
    }
    String head = new String(content, 0, Math.min(content.length, DECIDES), written);
    String bare = head.replace("\u00ef\u00bb\u00bf", "").stripLeading();
    return bare.startsWith("<") && ROOT.matcher(bare).find();
  }

  /**
   * Reads a document.
   *
   * @throws Failure UNSUPPORTED if it only carries a file, DAMAGED, TOO_LARGE, TOO_MANY_PAGES
   */
  public static Document open(byte[] content, Limits limits) throws Failure {
    Cda cda = new Cda();
    CdaNode document = CdaNode.read(Xml.open(content), cda.budget);
    new CdaHeader(cda.out).add(document);
    for (CdaNode component : document.children("component")) {
      for (CdaNode body : component.children()) {
        cda.body(body);
      }
    }
    return Compositor.set("application/xml", Set.of(), cda.out, limits);
  }

  private void body(CdaNode body) throws Failure {
    if (body.name().equals("nonXMLBody")) {
      CdaNode text = body.at("text");
      if (text.attribute("representation").equals("B64") || text.content().isEmpty()) {
        throw new Failure(
            FailureCode.UNSUPPORTED, "It only carries another file, which is not taken out of it.");
      }
      out.add(new Paragraph("", Look.PLAIN));
      CdaNarrative.add(text, budget, out, 0);
    }
    sections(body);
  }

  private void sections(CdaNode of) throws Failure {
    for (CdaNode component : of.children("component")) {
      for (CdaNode section : component.children("section")) {
        budget.block();
        String title = section.at("title").text();
        if (!title.isEmpty()) {
          out.add(new Paragraph(title, Look.HEADING));
        }
        CdaNarrative.add(section.at("text"), budget, out, 0);
        sections(section);
      }
    }
  }
}
