extension Directory {
    /// The world that a sandbox starts with. Ids are the same at every start, so that tests and notes can quote them.
    ///
    /// Telephone numbers are taken from ranges that are kept for drama and examples wherever a country has one.
    public static let northwind = Directory(
        user: FacebookUser(id: "10160222984410277", name: "Robin Ashworth"),
        businesses: [
            Business(
                id: "550028117364209", name: "Northwind Kettles", isVisibleToUser: true,
                ownedAccountIDs: ["730119284455021"], clientAccountIDs: ["730119284455047"]),
            Business(
                id: "550028117364388", name: "Åkerlund & Söner Kaffe", isVisibleToUser: true,
                ownedAccountIDs: ["730119284455033"], clientAccountIDs: []),
            Business(
                id: "550028117364517", name: "Copper Spout Repairs", isVisibleToUser: false,
                ownedAccountIDs: ["730119284455047"], clientAccountIDs: []),
        ],
        accounts: [
            WhatsAppBusinessAccount(
                id: "730119284455021", name: "Northwind Kettles", ownerBusinessID: "550028117364209",
                currency: "GBP", timezoneID: "58", country: "GB",
                templateNamespace: "3c0f3a52_5c1e_4b9c_9a0b_7f1d4e2a6b10"),
            WhatsAppBusinessAccount(
                id: "730119284455033", name: "Åkerlund Kaffe – butiken", ownerBusinessID: "550028117364388",
                currency: "SEK", timezoneID: "126", country: "SE",
                templateNamespace: "8b7a4d11_0f6e_4d3c_b8ce_21c4a9e7d520"),
            WhatsAppBusinessAccount(
                id: "730119284455047", name: "Copper Spout Repairs", ownerBusinessID: "550028117364517",
                currency: "GBP", timezoneID: "58", country: "GB",
                templateNamespace: "f19e6c04_9d2b_4a71_8e55_0c3bb2d7a931"),
        ],
        numbers: [
            BusinessNumber(
                id: "615520938471206", accountID: "730119284455021", displayPhoneNumber: "+44 20 7946 0155",
                verifiedName: "Northwind Kettles", qualityRating: "GREEN", status: "CONNECTED",
                codeVerificationStatus: "VERIFIED", nameStatus: "APPROVED", throughputLevel: "STANDARD"),
            BusinessNumber(
                id: "615520938471333", accountID: "730119284455021", displayPhoneNumber: "+44 20 7946 0188",
                verifiedName: "Northwind Workshop", qualityRating: "YELLOW", status: "CONNECTED",
                codeVerificationStatus: "VERIFIED", nameStatus: "APPROVED", throughputLevel: "STANDARD"),
            BusinessNumber(
                id: "615520938471478", accountID: "730119284455021", displayPhoneNumber: "+44 20 7946 0191",
                verifiedName: "غلايات نورثويند · Northwind Kettles International Wholesale & Spare Parts 🫖 Ελλάδα",
                qualityRating: "RED", status: "CONNECTED", codeVerificationStatus: "EXPIRED",
                nameStatus: "PENDING_REVIEW", throughputLevel: "HIGH"),
            BusinessNumber(
                id: "615520938471592", accountID: "730119284455033", displayPhoneNumber: "+46 70 000 09 44",
                verifiedName: "Åkerlund & Söner Kaffe", qualityRating: "GREEN", status: "CONNECTED",
                codeVerificationStatus: "VERIFIED", nameStatus: "APPROVED", throughputLevel: "STANDARD"),
            BusinessNumber(
                id: "615520938471640", accountID: "730119284455047", displayPhoneNumber: "+44 20 7946 0203",
                verifiedName: "Copper Spout Repairs", qualityRating: "NA", status: "PENDING",
                codeVerificationStatus: "NOT_VERIFIED", nameStatus: "NONE", throughputLevel: "NOT_APPLICABLE"),
        ],
        pages: [
            Page(
                id: "104420097715330", name: "Northwind Kettles", category: "Kitchen supply shop",
                businessID: "550028117364209",
                instagram: InstagramAccount(
                    id: "17841460099187253", username: "northwind.kettles", name: "Northwind Kettles"),
                tasks: ["ADVERTISE", "ANALYZE", "CREATE_CONTENT", "MESSAGING", "MODERATE", "MANAGE"]),
            Page(
                id: "104420097715412", name: "Åkerlund & Söner Kaffe", category: "Coffee shop",
                businessID: "550028117364388", instagram: nil,
                tasks: ["ANALYZE", "CREATE_CONTENT", "MESSAGING", "MODERATE"]),
        ],
        templates: MessageTemplate.northwind,
        people: [
            Person(
                waID: "447700900417", name: "Imogen Hartley", userID: "GB.73201984410275566", aliases: [],
                isReachable: true, about: "Bought a blue kettle",
                scopedIDs: [
                    "104420097715330": "8830019922745561", "104420097715412": "8830019922745605",
                    "17841460099187253": "1099283746650021",
                ], username: "imogen.h"),
            Person(
                waID: "46700000917", name: "Zoë Ångström", userID: "SE.10029384756010203", aliases: [],
                isReachable: true, about: "Asks about delivery to Sweden",
                scopedIDs: [
                    "104420097715330": "8830019922745562", "104420097715412": "8830019922745606",
                    "17841460099187253": "1099283746650022",
                ], username: "zoe.angstrom"),
            Person(
                waID: "97145550142", name: "ليلى حداد", userID: "AE.55190228374610284", aliases: [],
                isReachable: true, about: "Writes from right to left",
                scopedIDs: [
                    "104420097715330": "8830019922745563", "104420097715412": "8830019922745607",
                    "17841460099187253": "1099283746650023",
                ], username: "layla.h"),
            Person(
                waID: "81355550188", name: "佐藤 美咲 🫖", userID: "JP.20918273645501928", aliases: [],
                isReachable: true, about: "Collects cast-iron kettles",
                scopedIDs: [
                    "104420097715330": "8830019922745564", "104420097715412": "8830019922745608",
                    "17841460099187253": "1099283746650024",
                ], username: "misaki_teapot"),
            Person(
                waID: "551155550123", name: "João Araújo", userID: "BR.40192837465019283",
                aliases: ["5511955550123"], isReachable: true, about: "Number with and without the ninth digit",
                scopedIDs: [
                    "104420097715330": "8830019922745565", "104420097715412": "8830019922745609",
                    "17841460099187253": "1099283746650025",
                ], username: "joao.araujo"),
            Person(
                waID: "447700900999", name: "Edith Moss", userID: "GB.90817263544091827", aliases: [],
                isReachable: false, about: "Has no WhatsApp: sends to her fail"),
        ],
        openings: [
            OpeningMessage(
                person: "81355550188", number: "615520938471478", minutesBefore: 48,
                text: "こんにちは。南部鉄器のやかんはありますか？ 🫖"),
            OpeningMessage(
                person: "97145550142", number: "615520938471333", minutesBefore: 31,
                text: "مرحبا، هل يمكنكم إصلاح غلاية قديمة؟"),
            OpeningMessage(
                person: "46700000917", number: "615520938471206", minutesBefore: 17,
                text: "Hej! Levererar ni till Malmö?"),
            OpeningMessage(
                person: "551155550123", number: "615520938471206", minutesBefore: 9,
                text: "Bom dia! Vocês têm a chaleira azul?"),
            OpeningMessage(
                person: "447700900417", number: "615520938471206", minutesBefore: 4,
                text: "Hi, do you still have the blue kettle in stock?"),
            OpeningMessage(
                person: "46700000917", number: "104420097715330", minutesBefore: 21,
                text: "Är ni öppna på lördag?"),
            OpeningMessage(
                person: "447700900417", number: "17841460099187253", minutesBefore: 6,
                text: "Love the green one in your last post"),
        ])
}
