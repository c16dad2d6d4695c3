package org.openpriorauth.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What scores are worth: steps that never fall (isotonic regression by pooling adjacent violators).
 *
 * @param steps by their score, at least one
 */
public record Curve(List<Step> steps) {
  /** A step of fewer values says little. */
  private static final int LEAST = 30;

  public Curve {
    steps = List.copyOf(steps);
  }

  /** From a score on, this share is right. */
  public record Step(double from, double confidence) {}

  /**
   * Values of neighbouring scores.
   *
   * @param weight the sum of their weights, {@code squares} of the weights' squares
   * @param right the weight of those that were right
   */
  private record Block(double from, double weight, double squares, double right) {
    static Block of(Sample sample) {
      double weight = sample.weight();
      return new Block(sample.score(), weight, weight * weight, sample.right() ? weight : 0);
    }

    /** As many values of equal weight would say as much. */
    double n() {
      return weight == 0 ? 0 : weight * weight / squares;
    }

    /** Laplace's rule of succession: thirty of thirty is not certainty. */
    double share() {
      return (right * n() / weight + 1) / (n() + 2);
    }

    Block with(Block lower) {
      return new Block(
          lower.from, weight + lower.weight, squares + lower.squares, right + lower.right);
    }
  }

  static Curve of(List<Sample> samples) {
    List<Block> blocks = new ArrayList<>();
    // From the highest score down: what is left over is added where least rests on it.
    for (Block bin : bins(samples)) {
      Block block = bin;
      while (!blocks.isEmpty() && blocks.get(blocks.size() - 1).share() <= block.share()) {
        block = blocks.remove(blocks.size() - 1).with(block);
      }
      blocks.add(block);
    }
    return new Curve(
        blocks.stream()
            .sorted(Comparator.comparingDouble(Block::from))
            .map(b -> new Step(b.from(), b.share()))
            .toList());
  }

  private static List<Block> bins(List<Sample> samples) {
    List<Sample> sorted =
        samples.stream().sorted(Comparator.comparingDouble(Sample::score).reversed()).toList();
    List<Block> bins = new ArrayList<>();
    Block open = new Block(1, 0, 0, 0);
    for (Sample sample : sorted) {
      // Values of one score are never parted.
      if (open.n() >= LEAST && sample.score() < open.from()) {
        bins.add(open);
        open = new Block(1, 0, 0, 0);
      }
      open = open.with(Block.of(sample));
    }
    if (open.n() < LEAST && !bins.isEmpty()) {
      open = bins.remove(bins.size() - 1).with(open);
    }
    bins.add(open);
    return bins;
  }

  /** What a score is worth; a lower one than was ever seen, as much as the lowest. */
  public double at(double score) {
    double confidence = steps.get(0).confidence();
    for (Step step : steps) {
      if (step.from() <= score) {
        confidence = step.confidence();
      }
    }
    return confidence;
  }

  /**
   * Drawn to what is known of more values than it was made from.
   *
   * @param weight of its own, 0 to 1
   * @param highest score that it was made from: what is above, it knows nothing of
   */
  Curve towards(Curve wider, double weight, double highest) {
    List<Step> mixed = new ArrayList<>();
    Stream.concat(steps.stream(), wider.steps.stream())
        .map(Step::from)
        .distinct()
        .sorted()
        .forEach(
            from -> {
              double own = from > highest ? wider.at(from) : at(from);
              double share = weight * own + (1 - weight) * wider.at(from);
              double before = mixed.isEmpty() ? 0 : mixed.get(mixed.size() - 1).confidence();
              mixed.add(new Step(from, rounded(Math.max(before, share))));
            });
    return new Curve(mixed);
  }

  private static double rounded(double share) {
    return Math.round(share * 1000) / 1000.0;
  }
}
