package org.openpriorauth.extraction;

import java.util.List;
import java.util.UUID;
import org.openpriorauth.calibration.Certainty;
import org.openpriorauth.extraction.model.ExtractionRepository.Verification;

/**
 * What was found in a document, with what people said of it.
 *
 * @param type a word of the interface's list, or null
 */
public record ReadDocument(
    UUID documentId,
    String extractedBy,
    String type,
    double typeScore,
    List<ReadField> fields,
    List<FieldExtractor.PageIdentity> identities,
    Composition composition,
    Said said) {

  /**
   * What people said of the document and its pages.
   *
   * @param takenOut the document does not belong here, or cannot be used
   * @param confirmed a person saw it, and it is of the kind that was read
   */
  public record Said(
      boolean takenOut,
      boolean confirmed,
      List<Integer> acceptedPages,
      List<Integer> rejectedPages) {
    public Said {
      acceptedPages = List.copyOf(acceptedPages);
      rejectedPages = List.copyOf(rejectedPages);
    }
  }

  /**
   * @param certainty null: not calibrated, the score only ranks
   * @param said the latest word of a person, or null
   * @param changedTo what a person put in its place, or null
   * @param reason theirs, or null
   */
  public record ReadField(
      UUID id,
      FieldExtractor.Field found,
      Certainty certainty,
      Verification said,
      String changedTo,
      String reason) {
    public boolean rejected() {
      return said != null && said.verdict().equals("rejected");
    }

    public boolean confirmed() {
      return said != null && !rejected();
    }

    /**
     * Whether it may be used: a person saw it, or it is certain enough to be used unseen.
     *
     * @param unseenFrom the clinic's threshold
     */
    public boolean usable(double unseenFrom) {
      return confirmed() || said == null && certain(unseenFrom);
    }

    /** Something about it asks for a look, however certain it is. */
    public boolean doubtful() {
      return found.assertion().equals("present") && !found.flags().isEmpty();
    }

    /** Whether it is used unseen with nobody asked to look, as long as no criterion asks. */
    boolean unasked(double unseenFrom) {
      return certain(unseenFrom) && !doubtful();
    }

    private boolean certain(double unseenFrom) {
      return certainty != null && certainty.confidence() >= unseenFrom;
    }

    /** As it counts: what a person put, else what was read, in the form that can be compared. */
    public String counts() {
      if (changedTo != null) {
        return changedTo;
      }
      return found.normalized() == null ? found.value() : found.normalized();
    }
  }
}
