package org.openpriorauth.extraction.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.openpriorauth.extraction.Composition;
import org.openpriorauth.extraction.Composition.Part;

/** Which documents came together in the one under review, as read and as a person may say. */
@Named
@RequestScoped
public class DivisionForm {
  @Inject ReviewPage review;

  /** None if it is one. */
  public List<Part> getParts() {
    return review.isThere() && review.made().several() ? review.made().parts() : List.of();
  }

  /** What there is to put right: where it is one, that one. */
  public List<Part> getRows() {
    List<Part> parts = review.made().parts();
    return parts.isEmpty()
        ? List.of(new Part(review.getView().read().type(), 1, review.getPages(), 1))
        : parts;
  }

  public boolean isOpen() {
    return review.isMaySettle()
        && review.getView().read() != null
        && !review.getView().takenOut()
        && review.getPages() > 0;
  }

  public List<String> getKinds() {
    return Composition.KINDS;
  }

  public String pagesOf(Part part) {
    return part.first() == part.last()
        ? "Page " + part.first()
        : "Pages " + part.first() + " to " + part.last();
  }
}
