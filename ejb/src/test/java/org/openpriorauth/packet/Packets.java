package org.openpriorauth.packet;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.openpriorauth.criteria.Verdict;
import org.openpriorauth.kernel.Evidence;
import org.openpriorauth.priorauth.model.Priority;

/** Packets of patients who do not exist. */
public final class Packets {
  public static final LocalDate TODAY = LocalDate.of(2026, 3, 16);

  private Packets() {}

  /** MRI of the lumbar spine, with everything there is to say. */
  public static PacketContent spine(int pages) {
    NecessityFacts facts = facts();
    return new PacketContent(
        cover(Priority.URGENT),
        form("Zoë Nuñez-Ōkawa"),
        NecessityStatement.of(facts),
        Optional.of(new Signature("Łukasz Brandt", "MD", TODAY)),
        facts.criteria(),
        documents(pages));
  }

  public static CoverSheet cover(Priority priority) {
    return new CoverSheet(
        new CoverSheet.Sender(
            "Larkspur Spine and Orthopedics",
            "1234567893",
            "84-0000001",
            "(303) 555-0142",
            "(303) 555-0143",
            List.of("1200 Larkspur Avenue, Suite 310", "Denver, CO 80202")),
        "Meridian Health Plan of Colorado",
        "Utilization Management, Advanced Imaging",
        "LARK-2026-000417-3",
        TODAY,
        priority,
        CoverSheet.STANDARD_NOTICE);
  }

  public static RequestForm form(String patient) {
    return new RequestForm(
        new RequestForm.Patient(
            patient, LocalDate.of(1971, 8, 9), "Female", "00418827", "(303) 555-0188"),
        new RequestForm.Coverage("MHC 4471 9920 01", "CO-88120", "Choice PPO Gold", "Self"),
        Optional.of(new RequestForm.Provider("Łukasz Brandt, MD", "1245319599")),
        Optional.of(new RequestForm.Provider("Larkspur Imaging Center", "1356478926")),
        List.of(
            new RequestForm.Item(
                1,
                "CPT",
                "72148",
                "MRI of the lumbar spine without contrast",
                "1",
                List.of("M54.16", "M51.26")),
            new RequestForm.Item(
                2, "CPT", "62323", "Lumbar epidural injection, guided", "2", List.of("M54.16"))),
        TODAY.minusDays(3));
  }

  /** Words on a page of a document, from its beginning. */
  public static CitedQuote cited(int document, int page, String quote) {
    Evidence place = new Evidence(new UUID(0, document), page, 0, quote.length(), List.of(), quote);
    return new CitedQuote(new Citation(document, page), quote, place);
  }

  private static final CitedQuote THERAPY =
      cited(2, 1, "Completed 8 weeks of supervised physical therapy with no lasting relief.");
  private static final CitedQuote DRUG =
      cited(1, 2, "Naproxen 500 mg twice daily for 6 weeks; stopped, dyspepsia.");
  private static final CitedQuote RAISE =
      cited(1, 1, "Straight leg raise positive on the left at 40 degrees.");
  private static final CitedQuote WEAK =
      cited(1, 2, "Left great toe extension 4/5, new since January.");

  public static NecessityFacts facts() {
    return new NecessityFacts(
        new NecessityFacts.Patient("Zoë Nuñez-Ōkawa", Optional.of(54), "Female"),
        List.of(
            new NecessityFacts.Service("MRI of the lumbar spine without contrast", "CPT", "72148"),
            new NecessityFacts.Service("lumbar epidural injection, guided", "CPT", "62323")),
        List.of(
            new NecessityFacts.Diagnosis("lumbar radiculopathy", "M54.16"),
            new NecessityFacts.Diagnosis("lumbar disc displacement", "M51.26")),
        criteria(),
        List.of(
            new NecessityFacts.Therapy(
                "Supervised physical therapy", "8 weeks", "no lasting relief", List.of(THERAPY)),
            new NecessityFacts.Therapy(
                "Naproxen 500 mg twice daily", "6 weeks", "stopped, dyspepsia", List.of(DRUG))),
        List.of(
            new NecessityFacts.Finding(
                "Straight leg raise",
                "positive on the left at 40 degrees",
                LocalDate.of(2026, 3, 9),
                List.of(RAISE)),
            new NecessityFacts.Finding(
                "Left great toe extension", "4/5", LocalDate.of(2026, 3, 9), List.of(WEAK))));
  }

  /** One of each answer. */
  private static List<IndexedCriterion> criteria() {
    return List.of(
        new IndexedCriterion(
            "At least six weeks of conservative treatment in the last six months",
            Verdict.MET,
            List.of(THERAPY, DRUG)),
        new IndexedCriterion(
            "An objective neurologic deficit on examination", Verdict.MET, List.of(WEAK)),
        new IndexedCriterion(
            "Plain radiographs of the lumbar spine within 12 months", Verdict.NOT_FOUND, List.of()),
        new IndexedCriterion(
            "No previous lumbar MRI within 12 months",
            Verdict.NOT_MET,
            List.of(cited(3, 1, "MRI lumbar spine performed 05/02/2025."))),
        new IndexedCriterion(
            "Symptoms on the side of the planned treatment",
            Verdict.CONFLICT,
            List.of(RAISE, cited(3, 1, "Radiating pain in the right leg."))));
  }

  /** Three documents with so many pages together, at least four. */
  public static List<PacketDocument> documents(int pages) {
    return List.of(
        new PacketDocument(1, "Office visit, March 9, 2026", "Office note", drawn(2)),
        new PacketDocument(2, "Physical therapy discharge summary", "Therapy note", drawn(1)),
        new PacketDocument(3, "Outside records, 2025", "Outside record", drawn(pages - 3)));
  }

  /** Typed pages at 200 dpi, black on white as a fax is. */
  public static PageImages drawn(int count) {
    return drawn(count, png(1700, 2200, BufferedImage.TYPE_BYTE_BINARY, 1));
  }

  /** The one picture, as often as asked; each time in an array of its own. */
  public static PageImages drawn(int count, byte[] drawn) {
    return new PageImages() {
      @Override
      public int count() {
        return count;
      }

      @Override
      public byte[] png(int page) {
        return drawn.clone();
      }

      @Override
      public String text(int page) {
        return "Scanned words of page " + page + "\nSecond line 王";
      }
    };
  }

  public static byte[] png(int width, int height, int type, int page) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.BLACK);
    graphics.setFont(new Font(Font.SERIF, Font.PLAIN, 34));
    if (type != BufferedImage.TYPE_BYTE_BINARY) {
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    }
    for (int line = 0; line < 42; line++) {
      String words = "Page " + page + ", line " + line + ": the patient was seen and examined.";
      graphics.drawString(words, 150, 200 + line * 46);
    }
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static List<IndexedCriterion> criteria(int count) {
    List<IndexedCriterion> criteria = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      criteria.add(
          new IndexedCriterion(
              "Criterion number " + i + " of the policy, in the words of the policy",
              List.of(Verdict.values()).get(i % 4),
              List.of(cited(1, 1 + i % 2, "Quote for criterion " + i))));
    }
    return criteria;
  }
}
