package org.openpriorauth.extraction;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.extraction.Composition.Part;
import org.openpriorauth.extraction.FieldExtractor.Extraction;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;

/**
 * Takes a person's word for which documents came together in a file, and of what kind each is; what
 * its pages tell is read anew, because what a line means hangs on what it is a line of. The reading
 * holds no transaction open.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DivisionService {
  @Inject
  @ConfigProperty(name = "openpriorauth.extraction.document-seconds")
  long documentSeconds;

  @Inject DivisionRecord record;
  @Inject FieldExtractor extractor;

  /**
   * One of the documents.
   *
   * @param type of {@link Composition#KINDS}
   * @param first its first page
   * @param last its last page
   */
  public record Said(String type, int first, int last) {}

  /**
   * @param parts all pages, in order and without a gap
   * @throws Problem DOCUMENT_NOT_FOUND, INVALID, PAGE_NOT_FOUND, PA_ILLEGAL_MOVE once the packet is
   *     on its way
   */
  @Requires("pa:change")
  public void say(Caller caller, UUID id, List<Said> parts) {
    List<PageReader.Page> pages = record.pages(caller, id);
    List<Part> said = checked(parts, pages.size());
    Extraction found = extractor.extract(id, pages, Duration.ofSeconds(documentSeconds), said);
    record.keep(caller, id, pages, found);
  }

  private static List<Part> checked(List<Said> parts, int pages) {
    List<Part> checked = new ArrayList<>();
    int next = 1;
    for (Said part : parts) {
      String place = "/parts/" + checked.size();
      if (!Composition.KINDS.contains(part.type())) {
        throw Problem.invalid(
            place + "/type", "unknown", "Say one of " + String.join(", ", Composition.KINDS) + ".");
      }
      if (part.first() != next) {
        throw Problem.invalid(
            place + "/first_page", "gap", "It begins on page %d.".formatted(next));
      }
      if (part.last() < part.first() || part.last() > pages) {
        throw Problem.invalid(
            place + "/last_page",
            "range",
            "It ends on a page from %d to %d.".formatted(part.first(), pages));
      }
      checked.add(new Part(part.type(), part.first(), part.last(), 1));
      next = part.last() + 1;
    }
    if (next != pages + 1) {
      throw Problem.invalid(
          "/parts", "gap", "Say what the pages from %d to %d are.".formatted(next, pages));
    }
    return List.copyOf(checked);
  }
}
