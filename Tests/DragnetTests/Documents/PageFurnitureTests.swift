import DragnetText
import Testing

@testable import Dragnet

struct PageFurnitureTests {
  /// An article around a line, which stands in its own paragraph.
  private func page(_ line: String) -> String {
    """
    Bridge inspector held over missing steel

    A bridge inspector was arrested on Tuesday after tonnes of steel went missing, police said.

    The steel was meant for the northern crossing, which has been closed since the spring floods.

    \(line)

    Two welders told the court they had seen lorries leave the yard at night on four occasions.
    """
  }

  private func kind(of line: String) -> PageFurniture.Kind? {
    let text = page(line)
    return PageFurniture(of: text).pieces.first { piece in
      let utf8 = Array(text.utf8)
      return String(decoding: utf8[piece.range.start..<piece.range.end], as: UTF8.self) == line
    }?.kind
  }

  @Test(
    arguments: [
      ("Skip to content", .navigation), ("No menu items!", .navigation),
      ("Home | News | Sport | Opinion", .navigation), ("Home > World > Africa", .navigation),
      ("HomePoliticsThree ministers resign over ferry deal...", .navigation),
      ("News Sport Business Weather Podcasts", .navigation), ("Now Reading", .navigation),
      ("https://example.org/2024/05/steel", .navigation),
      ("Share this article", .share), ("Facebook Twitter WhatsApp Email", .share),
      ("FacebookTwitterLinkedIn", .share), ("Follow The Ledger on Facebook and X", .share),
      ("Share on Twitter", .share), ("1.2k Shares", .share), ("34 comments", .share),
      ("Subscribe to our newsletter for the best of the week.", .subscribe),
      ("Sign up for The Morning Post, delivered to your inbox.", .subscribe),
      ("Join our Telegram channel for breaking news", .subscribe),
      ("Got a tip? Write to tips@ledger.example", .subscribe),
      ("Download our app to read offline!", .subscribe),
      ("Support independent journalism from as little as $2", .subscribe),
      ("Already a subscriber? Log in", .subscribe),
      ("READ MORE: Harbour master resigns after audit", .teaser),
      ("Also read: Who is behind the missing steel?", .teaser),
      ("Related: Crossing to stay closed until June", .teaser),
      ("See also: A bridge too late", .teaser), ("Don't miss: the week in photos", .teaser),
      ("WATCH | Lorries leave the yard", .teaser), ("Most Read", .teaser),
      ("Source: The Evening Ledger", .credit), ("Image: Pim Hale / Unsplash", .credit),
      ("The yard at dusk. Photo: Lena Ort/Agency One", .credit),
      ("Welders outside the court on Monday (AP Photo/Pim Hale)", .credit),
      ("The crossing, closed since April. [Pim Hale/Reuters]", .credit),
      ("FILE PHOTO: The northern crossing before the flood. REUTERS/Pim Hale", .credit),
      ("The inspector leaving court yesterday. – Bernama pic", .credit),
      ("The closed crossing | © City Roads Office", .credit),
      ("Picture for illustration purposes only.", .credit),
      ("Featured image by the roads office", .credit),
      ("Advertisement", .advertisement), ("- Advertisment -", .advertisement),
      ("Story continues below advertisement", .advertisement),
      ("© 2024 The Ledger. All rights reserved.", .copyright),
      ("Copyright 2023 Ledger Media Group", .copyright),
      ("This material may not be published, broadcast, rewritten or redistributed.", .copyright),
      ("3 min read", .readingTime), ("Reading time: 4 minutes", .readingTime),
      ("Updated: 14 May 2024, 10:32 am IST", .date), ("2 hours ago", .date),
      ("Reporting by Pim Hale; Editing by Lena Ort", .byline),
      ("Lena Ort contributed to this report.", .byline), ("Leave a Reply", .comments),
      ("Your email address will not be published. Required fields are marked *", .comments),
      ("We use cookies to improve your experience on our website.", .cookies),
      ("Please enable JavaScript to view this page.", .cookies),
      ("Tags: steel, bridges, courts", .tags), ("#steel #bridges", .tags),
      ("Filed under: Courts", .tags), ("— City Roads (@cityroads) May 14, 2024", .embed),
      ("The crossing stays shut https://t.co/abc123 pic.twitter.com/xyz789", .embed),
      ("View this post on Instagram", .embed),
      ("Bridge inspector held over missing steel", .repetition),
    ] as [(String, PageFurniture.Kind)])
  func `recognizes the furniture of news pages`(line: String, expected: PageFurniture.Kind) {
    #expect(kind(of: line) == expected)
  }

  @Test(arguments: [
    "Subscribers of the fund lost their savings when it closed in March.",
    "Police said members had to subscribe to a channel before they were given the address.",
    "“Subscribe to my channel,” the suspect told his followers in the video.",
    "The source of the money was never found, the audit says.",
    "Source: police say the tip came from a rival gang in the capital.",
    "He shared the photo on Facebook, where it was seen by thousands.",
    "Share prices of the steel company fell by nine percent on Wednesday.",
    "Follow-up raids on Thursday led to three more arrests in the port.",
    "Support for the mayor on Facebook grew after the arrest, polls show.",
    "Help for US citizens arrived after the newsletter was leaked, he added.",
    "Read, 44, was sentenced to six years in prison by a court in the north.",
    "Watch officers on the bridge saw the lorry at 2 am.",
    "Related charges against his brother were dropped last year.",
    "More stories of abuse emerged on Friday, officials said.",
    "The bill would change copyright law for the first time since 1998.",
    "All rights of the shareholders were sold to a company in Cyprus.",
    "She took a picture of the lorry (the plate could not be read).",
    "The group sold cookies laced with cannabis to students, prosecutors say.",
    "Cookies on the suspect's computer led investigators to the server.",
    "By Monday, all twelve suspects had been released on bail.",
    "By then the steel had left the country.",
    "On 14 May 2024 the inspector signed for forty tonnes.",
    "May 14, 2024 was the day the last lorry left the yard.",
    "The trial lasted 3 minutes, read out in an empty room.",
    "He advertised the steel in a newspaper under a false name.",
    "The news agency AP was the first to report the arrest.",
    "The minister thanked the embassy. (Reuters)",
    "The case continues. – Bernama",
    "Image rights were sold for 40,000 euros, the contract shows.",
    "The photo: two men carry a beam through the gate at night.",
    "A man known as Home was arrested at the border.",
    "Get out of the car, the officer shouted, according to witnesses.",
    "Join the army or leave the valley: that was the choice, villagers say.",
    "Contact with the crew was lost on Sunday evening.",
    "Like his father, Hale worked as a welder in the yard.",
    "Visit records show that the inspector came to the yard nine times.",
    "Ort is a reporter who was jailed in 2020 for an article on the yard.",
    "The comments section of the paper was closed after the threats.",
    "Tags found on the beams led police to a smelter in the south.",
    "Comment was not available from the ministry on Thursday.",
    "Email records seized in the raid name eleven officials.",
    "Download speeds in the prison were higher than in the city, he joked.",
    "The app was used to launder 3 million dollars, the indictment says.",
    "“We use cookies as bait,” the ranger told the court.",
    "Hale (@pimhale on the site) denied the charges in a post.",
    "The gang's menu of prices",
    "Who bought the steel?",
    "A second yard",
    "Home Office officials visited the yard on Friday.",
    "World Bank money was used to pay for the crossing.",
    "Have the police been bribed? The judge asked the question twice.",
    "See the harbour from the hill and you will count thirty cranes, she wrote.",
    "Tell no one, the message to us read.",
    "Photo evidence from the yard was shown to the jury on Thursday.",
    "Video of the raid was published by the police on Friday.",
    "Next month the court will hear the welders.",
    "Recommended sentences for bribery range from two to nine years.",
    "Popular anger over the arrests led to a march on the ministry.",
    "Latest figures show that 41 tonnes are missing.",
    "Trending downward since 2019, steel thefts rose again this year.",
    "Opinion is divided on whether the minister knew.",
  ])
  func `leaves lines of prose alone`(line: String) {
    #expect(kind(of: line) == nil)
  }

  @Test func `takes a list of other articles with its head`() {
    let text =
      page("Pim Hale told the court he was innocent.") + """


        Most Popular

        Ferry sinks off northern coast

        Who paid for the minister's boat?

        Ten quiet beaches

        Tags: steel
        """
    let kinds = PageFurniture(of: text).pieces.map(\.kind)
    #expect(kinds == [.teaser, .teaser, .teaser, .teaser, .tags])
  }

  @Test func `takes an author's biography at the end`() {
    let text =
      page("The yard was closed.") + """


        Lena Ort

        Lena is a reporter for The Evening Ledger.
        She covers courts and lives in Zel with two dogs.
        """
    #expect(PageFurniture(of: text).pieces.map(\.kind) == [.biography, .biography, .biography])
  }

  @Test func `takes the image text above a caption, not the paragraph above it`() {
    let text = page("Yard at night\nThe yard at night, seen from the hill | © City Roads Office")
    #expect(PageFurniture(of: text).pieces.map(\.kind) == [.credit, .credit])
    let prose = page("The yard was searched twice.\nThe yard at night | © City Roads Office")
    #expect(PageFurniture(of: prose).pieces.map(\.kind) == [.credit])
  }

  @Test func `takes a menu of short lines whole`() {
    let text = "Home\nNorth\nWorld\nHarbour\nLogin\n\n" + page("The yard was closed.")
    #expect(PageFurniture(of: text).pieces.map(\.kind) == Array(repeating: .navigation, count: 5))
  }

  @Test func `keeps the dates of a timeline`() {
    let text = """
      The year of the missing steel

      A court in Zel heard on Monday how forty tonnes of steel were lost in half a year.

      January 3, 2024

      The first lorry leaves the yard, according to the indictment.

      February 9, 2024

      A welder reports what he saw to the inspector of the roads office.
      """
    #expect(PageFurniture(of: text).pieces.isEmpty)
  }

  @Test(arguments: [
    """
    ZEL, May 14 (Agency One) - Police in Zel arrested a bridge inspector on Tuesday, the interior
    ministry said, in a case that has shaken the coastal province.

    Forty tonnes of steel went missing between January and April, it said in a statement.

    "We will follow the steel," the minister told reporters. "Subscribe to no rumours."

    The inspector's lawyer could not be reached for comment.
    """,
    """
    OFFICE OF THE PROSECUTOR GENERAL
    Province of Zel

    The Prosecutor General announces that Oskar Lind, 51, of Zel, was charged with bribery.
    According to the indictment, Lind accepted four payments of 20,000 euros.
    """,
  ])
  func `finds nothing in wire texts and notices`(text: String) {
    #expect(PageFurniture(of: text).pieces.isEmpty)
  }

  @Test func `gives ranges of whole lines for any line ends`() {
    let text = page("  Advertisement  ").replacing("\n", with: "\r\n")
    let range = PageFurniture(of: text).ranges[0]
    let utf8 = Array(text.utf8)
    #expect(String(decoding: utf8[range.start..<range.end], as: UTF8.self) == "Advertisement")
  }

  @Test func `takes linear time on long lines and many lines`() {
    let clock = ContinuousClock()
    let long = String(repeating: "Read more about our newsletter ", count: 20_000)
    let many = String(repeating: "Home News ... (@ Photo: \n", count: 5_000)
    let time = clock.measure {
      _ = PageFurniture(of: long)
      _ = PageFurniture(of: many)
    }
    #expect(time < .seconds(30))
  }
}
