package org.openpriorauth.calibration;

import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.calibration.model.ReadValueRepository.Counted;
import org.openpriorauth.calibration.model.ReadValueRepository.Looks;
import org.openpriorauth.calibration.model.ReadValueRepository.Weighted;

/**
 * How well some fields were read. People look at what is doubtful, so their looks are counted as
 * often as they stand for others; what nobody was asked for is among the looks, and in no share.
 *
 * @param name of a field, a group, a source or a month; null: all
 * @param right the share of all such values that is right; null: too few to say
 * @param claim null: too few to say
 */
public record Figure(String name, Looks looks, Share right, Claim claim, Unseen unseen) {

  /**
   * What was claimed, against what people found.
   *
   * @param n values that have a claim
   * @param claimed the share that should be right by what was claimed
   * @param found the share that was
   * @param error by how much a claim is off: expected calibration error over ten bins, 0 to 1
   */
  public record Claim(long n, double claimed, double found, double error) {}

  /**
   * What is certain enough to be used with nobody asked to look.
   *
   * @param leftUnseen at how many nobody looked
   * @param drawn chosen by chance to be checked, of which {@code checked} were looked at
   * @param right the share of the checked that was right; null: too few to say
   */
  public record Unseen(long values, long leftUnseen, long drawn, long checked, Share right) {}

  /**
   * Claims of one twentieth.
   *
   * @param claimed the share that should be right
   * @param found the share that was; null: too few to say
   */
  public record Band(double from, double to, long n, double claimed, Share found) {}

  static final int BANDS = 20;

  /** Of the same values' bands. */
  static Figure of(String name, List<Counted> bands) {
    Looks looks = new Looks(0, 0, 0, 0, 0);
    Weighted all = new Weighted(0, 0, 0, 0, 0);
    Weighted claimed = all;
    ClaimError error = new ClaimError();
    for (Counted band : bands) {
      looks = sum(looks, band.looks());
      Weighted weighted = band.weighted();
      all = sum(all, weighted);
      if (band.band() != null) {
        claimed = sum(claimed, weighted);
        int bin = band.band() * ClaimError.BINS / BANDS;
        error.add(bin, weighted.claimed(), weighted.right(), weighted.weight());
      }
    }
    return new Figure(name, looks, share(all), claim(claimed, error), unseen(bands));
  }

  private static Claim claim(Weighted claimed, ClaimError error) {
    return claimed.n() < Share.LEAST
        ? null
        : new Claim(
            claimed.n(),
            Share.rounded(claimed.claimed() / claimed.weight()),
            Share.rounded(claimed.right() / claimed.weight()),
            Share.rounded(error.value()));
  }

  private static Unseen unseen(List<Counted> bands) {
    long values = 0;
    long left = 0;
    long drawn = 0;
    long checked = 0;
    long right = 0;
    for (Counted band : bands) {
      values += band.unseen().values();
      left += band.unseen().leftUnseen();
      drawn += band.unseen().drawn();
      checked += band.unseen().checked();
      right += band.unseen().right();
    }
    return new Unseen(values, left, drawn, checked, Share.of(checked, right));
  }

  /** Claims as they are drawn; bands without any value are left out. */
  static List<Band> bands(List<Counted> counted) {
    List<Band> bands = new ArrayList<>();
    for (Counted one : counted) {
      Weighted weighted = one.weighted();
      if (one.band() != null && weighted.n() > 0) {
        bands.add(
            new Band(
                (double) one.band() / BANDS,
                (one.band() + 1.0) / BANDS,
                weighted.n(),
                Share.rounded(weighted.claimed() / weighted.weight()),
                share(weighted)));
      }
    }
    return bands;
  }

  private static Share share(Weighted of) {
    if (of.n() == 0) {
      return null;
    }
    double effective = of.weight() * of.weight() / of.squares();
    return Share.of(of.n(), effective, of.right() * effective / of.weight());
  }

  private static Looks sum(Looks a, Looks b) {
    return new Looks(
        a.read() + b.read(),
        a.looked() + b.looked(),
        a.accepted() + b.accepted(),
        a.changed() + b.changed(),
        a.rejected() + b.rejected());
  }

  private static Weighted sum(Weighted a, Weighted b) {
    return new Weighted(
        a.n() + b.n(),
        a.weight() + b.weight(),
        a.squares() + b.squares(),
        a.right() + b.right(),
        a.claimed() + b.claimed());
  }
}
