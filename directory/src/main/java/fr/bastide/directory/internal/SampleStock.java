package fr.bastide.directory.internal;

import fr.bastide.directory.EntryId;
import fr.bastide.directory.Origin;
import fr.bastide.directory.Site;
import fr.bastide.directory.file.Reading;
import fr.bastide.document.Findings;
import fr.bastide.document.YamlReader;
import fr.bastide.kernel.InseeCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What fictional directories are made from.
///
/// @param towns where firms sit
/// @param products what is sold
/// @param origins who controls it
record SampleStock(List<Town> towns, List<Product> products, List<Chain> origins) {

  private static final String FILE = "sample.yaml";

  /// A place where firms sit, so many times as it weighs.
  record Town(Site site, String departement, int weight) {}

  /// A kind of product.
  record Product(String name, String skill, Set<String> measures) {}

  /// A chain of control, so many times as it weighs.
  record Chain(Origin origin, int weight) {}

  static SampleStock load() {
    byte[] yaml = Resources.read(FILE);
    Findings findings = new Findings("");
    Optional<SampleStock> stock =
        YamlReader.read(yaml, yaml.length, findings)
            .map(root -> read(Fields.of(root, "", findings)));
    return Resources.usable(Reading.of(stock, findings), FILE);
  }

  private static SampleStock read(Fields file) {
    Heads.check(file.known("bastide", "communes", "products", "origins"), "sample/1");
    List<Town> towns = new ArrayList<>();
    for (Fields town : file.mappings("communes", 100)) {
      Site site =
          new Site(
              town.text("commune", 100),
              town.textOr("insee", 5).map(InseeCode::new),
              EntryParts.point(town));
      towns.add(new Town(site, town.text("departement", 3), weight(town)));
    }
    List<Product> products = new ArrayList<>();
    for (Fields product : file.mappings("products", 100)) {
      products.add(
          new Product(
              product.text("name", 100),
              product.text("skill", 60),
              product.each("measures", 20, SolutionReader::measure, EntryId.RULE)));
    }
    List<Chain> origins = new ArrayList<>();
    for (Fields chain : file.mappings("origins", 100)) {
      origins.add(new Chain(OriginReader.links(chain), weight(chain)));
    }
    return new SampleStock(towns, products, origins);
  }

  private static int weight(Fields fields) {
    return fields.whole("weight", 1, 100).orElse(1);
  }
}
