// Generated from integration.yaml by `integration generate`. Do not edit.
// Change the manifest and build, or run: swift package refresh-generated

import IntegrationKit

extension Meta {
    /// `platform-config.json`: what the platform is told of this integration.
    static let platformConfiguration: String? = #"""
{
  "name": "Meta",
  "handle": "meta",
  "version": "1.0.0",
  "description": "WhatsApp, Messenger and Instagram for Skedyul through the Meta Graph API.",
  "computeLayer": "dedicated",
  "tools": [
    {
      "name": "send_whatsapp",
      "label": "Send WhatsApp",
      "description": "Send a WhatsApp message to a subscriber",
      "inputSchema": {
        "type": "object",
        "properties": {
          "channel": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string",
                "description": "The channel's id"
              },
              "handle": {
                "type": "string",
                "description": "The channel's handle in the manifest"
              },
              "identifierValue": {
                "type": "string",
                "description": "What identifies the channel"
              }
            },
            "required": ["id", "handle", "identifierValue"],
            "additionalProperties": false,
            "description": "The channel to send over"
          },
          "subscription": {
            "type": ["object", "null"],
            "properties": {
              "id": {
                "type": "string",
                "description": "The subscription's id"
              },
              "identifierValue": {
                "type": "string",
                "description": "The person's address"
              }
            },
            "required": ["id", "identifierValue"],
            "additionalProperties": false,
            "description": "The subscription that the message answers"
          },
          "contact": {
            "type": ["object", "null"],
            "properties": {
              "id": {
                "type": "string",
                "description": "The contact's id"
              },
              "name": {
                "type": ["string", "null"],
                "description": "The contact's name"
              }
            },
            "required": ["id"],
            "additionalProperties": false,
            "description": "The contact that the message is for"
          },
          "recipient": {
            "type": ["object", "null"],
            "properties": {
              "address": {
                "type": "string",
                "description": "The address"
              },
              "name": {
                "type": ["string", "null"],
                "description": "The recipient's name"
              },
              "participantId": {
                "type": ["string", "null"],
                "description": "The participant's id"
              },
              "contactId": {
                "type": ["string", "null"],
                "description": "The contact's id"
              }
            },
            "required": ["address"],
            "additionalProperties": false,
            "description": "Where the message goes"
          },
          "message": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string",
                "description": "The message's id; the key under which a send happens once"
              },
              "content": {
                "type": "string",
                "description": "The text"
              },
              "contentRaw": {
                "type": ["string", "null"],
                "description": "The text with its markup"
              },
              "title": {
                "type": ["string", "null"],
                "description": "The subject"
              },
              "attachments": {
                "type": ["array", "null"],
                "items": {
                  "type": "object",
                  "properties": {
                    "filename": {
                      "type": "string",
                      "description": "The file's name"
                    },
                    "url": {
                      "type": "string",
                      "description": "Where the file can be fetched"
                    },
                    "mimeType": {
                      "type": "string",
                      "description": "The file's MIME type"
                    },
                    "size": {
                      "type": "integer",
                      "description": "The file's size in bytes"
                    },
                    "fileId": {
                      "type": ["string", "null"],
                      "description": "The file as the platform keeps it"
                    },
                    "reference": {
                      "type": ["string", "null"],
                      "description": "The provider's id of the file once it has been handed over"
                    }
                  },
                  "required": ["filename", "url", "mimeType", "size"],
                  "additionalProperties": false
                },
                "description": "Files that go with the message"
              }
            },
            "required": ["id", "content"],
            "additionalProperties": false,
            "description": "The message itself"
          },
          "rich": {
            "anyOf": [
              {
                "type": "object",
                "oneOf": [
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "image"
                      },
                      "media_id": {
                        "type": ["string", "null"],
                        "description": "Id of an uploaded file"
                      },
                      "url": {
                        "type": ["string", "null"],
                        "description": "https address of a file"
                      },
                      "filename": {
                        "type": ["string", "null"],
                        "description": "Name of a document"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A file that was uploaded, or one that WhatsApp fetches."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "video"
                      },
                      "media_id": {
                        "type": ["string", "null"],
                        "description": "Id of an uploaded file"
                      },
                      "url": {
                        "type": ["string", "null"],
                        "description": "https address of a file"
                      },
                      "filename": {
                        "type": ["string", "null"],
                        "description": "Name of a document"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A file that was uploaded, or one that WhatsApp fetches."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "audio"
                      },
                      "media_id": {
                        "type": ["string", "null"],
                        "description": "Id of an uploaded file"
                      },
                      "url": {
                        "type": ["string", "null"],
                        "description": "https address of a file"
                      },
                      "voice": {
                        "type": "boolean",
                        "description": "Whether it is shown as a voice message",
                        "default": false
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A sound."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "document"
                      },
                      "media_id": {
                        "type": ["string", "null"],
                        "description": "Id of an uploaded file"
                      },
                      "url": {
                        "type": ["string", "null"],
                        "description": "https address of a file"
                      },
                      "filename": {
                        "type": ["string", "null"],
                        "description": "Name of a document"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A file that was uploaded, or one that WhatsApp fetches."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "sticker"
                      },
                      "media_id": {
                        "type": ["string", "null"],
                        "description": "Id of an uploaded file"
                      },
                      "url": {
                        "type": ["string", "null"],
                        "description": "https address of a file"
                      },
                      "filename": {
                        "type": ["string", "null"],
                        "description": "Name of a document"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A file that was uploaded, or one that WhatsApp fetches."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "location"
                      },
                      "latitude": {
                        "type": "number",
                        "description": "In degrees"
                      },
                      "longitude": {
                        "type": "number",
                        "description": "In degrees"
                      },
                      "name": {
                        "type": ["string", "null"],
                        "description": "What it is called"
                      },
                      "address": {
                        "type": ["string", "null"],
                        "description": "Where it is, in words"
                      }
                    },
                    "required": ["type", "latitude", "longitude"],
                    "additionalProperties": false,
                    "description": "A place."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "contacts"
                      },
                      "contacts": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "properties": {
                            "name": {
                              "type": "string",
                              "description": "Name of the person"
                            },
                            "phones": {
                              "type": "array",
                              "items": {
                                "type": "string"
                              },
                              "description": "Phone numbers",
                              "default": []
                            },
                            "emails": {
                              "type": "array",
                              "items": {
                                "type": "string"
                              },
                              "description": "E-mail addresses",
                              "default": []
                            },
                            "company": {
                              "type": ["string", "null"],
                              "description": "Company of the person"
                            }
                          },
                          "required": ["name"],
                          "additionalProperties": false
                        },
                        "description": "The cards"
                      }
                    },
                    "required": ["type", "contacts"],
                    "additionalProperties": false,
                    "description": "Cards of an address book."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "reaction"
                      },
                      "message_id": {
                        "type": "string",
                        "description": "Meta's id of the message"
                      },
                      "emoji": {
                        "type": ["string", "null"],
                        "description": "One emoji; without it the reaction is taken back"
                      }
                    },
                    "required": ["type", "message_id"],
                    "additionalProperties": false,
                    "description": "An emoji on a message."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "buttons"
                      },
                      "header": {
                        "type": ["string", "null"],
                        "description": "A text above"
                      },
                      "header_file": {
                        "type": ["object", "null"],
                        "properties": {
                          "kind": {
                            "type": "string",
                            "enum": ["IMAGE", "VIDEO", "DOCUMENT"],
                            "description": "What it is"
                          },
                          "media_id": {
                            "type": ["string", "null"],
                            "description": "Id of an uploaded file"
                          },
                          "url": {
                            "type": ["string", "null"],
                            "description": "https address of a file"
                          },
                          "filename": {
                            "type": ["string", "null"],
                            "description": "Name of a document"
                          }
                        },
                        "required": ["kind"],
                        "additionalProperties": false,
                        "description": "A picture, film or document above"
                      },
                      "footer": {
                        "type": ["string", "null"],
                        "description": "A text below"
                      },
                      "buttons": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "properties": {
                            "id": {
                              "type": "string",
                              "description": "Comes back with the answer"
                            },
                            "title": {
                              "type": "string",
                              "description": "What is on it"
                            },
                            "description": {
                              "type": ["string", "null"],
                              "description": "A second line, of rows only"
                            }
                          },
                          "required": ["id", "title"],
                          "additionalProperties": false
                        },
                        "description": "The buttons"
                      }
                    },
                    "required": ["type", "buttons"],
                    "additionalProperties": false,
                    "description": "A text with one to three buttons."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "list"
                      },
                      "header": {
                        "type": ["string", "null"],
                        "description": "A text above"
                      },
                      "footer": {
                        "type": ["string", "null"],
                        "description": "A text below"
                      },
                      "button": {
                        "type": "string",
                        "description": "What opens the list"
                      },
                      "sections": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "properties": {
                            "title": {
                              "type": ["string", "null"],
                              "description": "Heading; needed when there are several"
                            },
                            "rows": {
                              "type": "array",
                              "items": {
                                "type": "object",
                                "properties": {
                                  "id": {
                                    "type": "string",
                                    "description": "Comes back with the answer"
                                  },
                                  "title": {
                                    "type": "string",
                                    "description": "What is on it"
                                  },
                                  "description": {
                                    "type": ["string", "null"],
                                    "description": "A second line, of rows only"
                                  }
                                },
                                "required": ["id", "title"],
                                "additionalProperties": false
                              },
                              "description": "Its rows"
                            }
                          },
                          "required": ["rows"],
                          "additionalProperties": false
                        },
                        "description": "The parts of the list"
                      }
                    },
                    "required": ["type", "button", "sections"],
                    "additionalProperties": false,
                    "description": "A text with a list to choose from."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "link"
                      },
                      "header": {
                        "type": ["string", "null"],
                        "description": "A text above"
                      },
                      "header_file": {
                        "type": ["object", "null"],
                        "properties": {
                          "kind": {
                            "type": "string",
                            "enum": ["IMAGE", "VIDEO", "DOCUMENT"],
                            "description": "What it is"
                          },
                          "media_id": {
                            "type": ["string", "null"],
                            "description": "Id of an uploaded file"
                          },
                          "url": {
                            "type": ["string", "null"],
                            "description": "https address of a file"
                          },
                          "filename": {
                            "type": ["string", "null"],
                            "description": "Name of a document"
                          }
                        },
                        "required": ["kind"],
                        "additionalProperties": false,
                        "description": "A picture, film or document above"
                      },
                      "footer": {
                        "type": ["string", "null"],
                        "description": "A text below"
                      },
                      "title": {
                        "type": "string",
                        "description": "What is on the button"
                      },
                      "url": {
                        "type": "string",
                        "description": "What it opens"
                      }
                    },
                    "required": ["type", "title", "url"],
                    "additionalProperties": false,
                    "description": "A text with a button that opens an address."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "location_request"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "flow"
                      },
                      "flow_id": {
                        "type": "string",
                        "description": "Id of the flow"
                      },
                      "button": {
                        "type": "string",
                        "description": "What opens it"
                      },
                      "token": {
                        "type": ["string", "null"],
                        "description": "Comes back with the answers"
                      },
                      "screen": {
                        "type": ["string", "null"],
                        "description": "The first screen"
                      },
                      "data": {
                        "type": ["object", "null"],
                        "description": "What the first screen is given"
                      }
                    },
                    "required": ["type", "flow_id", "button"],
                    "additionalProperties": false,
                    "description": "A form that was made in Meta's tools."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "product"
                      },
                      "catalog_id": {
                        "type": "string",
                        "description": "Id of the catalogue"
                      },
                      "product_id": {
                        "type": "string",
                        "description": "Id of the product there"
                      }
                    },
                    "required": ["type", "catalog_id", "product_id"],
                    "additionalProperties": false,
                    "description": "A product of a catalogue."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "products"
                      },
                      "header": {
                        "type": "string",
                        "description": "A text above"
                      },
                      "footer": {
                        "type": ["string", "null"],
                        "description": "A text below"
                      },
                      "catalog_id": {
                        "type": "string",
                        "description": "Id of the catalogue"
                      },
                      "sections": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "properties": {
                            "title": {
                              "type": "string",
                              "description": "The heading"
                            },
                            "product_ids": {
                              "type": "array",
                              "items": {
                                "type": "string"
                              },
                              "description": "Ids of the products"
                            }
                          },
                          "required": ["title", "product_ids"],
                          "additionalProperties": false
                        },
                        "description": "The products"
                      }
                    },
                    "required": ["type", "header", "catalog_id", "sections"],
                    "additionalProperties": false,
                    "description": "Products of a catalogue to choose from."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "catalog"
                      },
                      "product_id": {
                        "type": ["string", "null"],
                        "description": "The product that it is shown by"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A whole catalogue."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "carousel"
                      },
                      "cards": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "properties": {
                            "kind": {
                              "type": "string",
                              "enum": ["IMAGE", "VIDEO"],
                              "description": "What it shows; the same in all cards",
                              "default": "IMAGE"
                            },
                            "media_url": {
                              "type": "string",
                              "description": "https address of the picture or film"
                            },
                            "text": {
                              "type": ["string", "null"],
                              "description": "A text below"
                            },
                            "title": {
                              "type": "string",
                              "description": "What is on the button"
                            },
                            "url": {
                              "type": "string",
                              "description": "What it opens"
                            }
                          },
                          "required": ["media_url", "title", "url"],
                          "additionalProperties": false
                        },
                        "description": "Two to ten cards"
                      }
                    },
                    "required": ["type", "cards"],
                    "additionalProperties": false,
                    "description": "Pictures or films side by side, each with a link."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "address_request"
                      },
                      "country": {
                        "type": "string",
                        "description": "Where: IN or SG"
                      },
                      "prefill": {
                        "type": ["object", "null"],
                        "description": "What the form is filled in with"
                      },
                      "saved": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "properties": {
                            "id": {
                              "type": "string",
                              "description": "Comes back with the answer"
                            },
                            "address": {
                              "type": "object",
                              "description": "The address, by field"
                            }
                          },
                          "required": ["id", "address"],
                          "additionalProperties": false
                        },
                        "description": "Addresses to choose from",
                        "default": []
                      },
                      "problems": {
                        "type": ["object", "null"],
                        "description": "What was wrong with an address that they sent before, by field"
                      }
                    },
                    "required": ["type", "country"],
                    "additionalProperties": false,
                    "description": "A form for a postal address."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "call_permission_request"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "call"
                      },
                      "title": {
                        "type": ["string", "null"],
                        "description": "What is on the button; without it WhatsApp's own words"
                      },
                      "minutes": {
                        "type": ["integer", "null"],
                        "description": "How long it can be pressed; seven days without it"
                      },
                      "payload": {
                        "type": ["string", "null"],
                        "description": "Comes back with the call"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A button that calls the business over WhatsApp."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "contact_request"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "template"
                      },
                      "name": {
                        "type": "string",
                        "description": "Name of the template"
                      },
                      "language": {
                        "type": "string",
                        "description": "Its language, en_GB"
                      },
                      "header": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "oneOf": [
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "text"
                                },
                                "text": {
                                  "type": "string",
                                  "description": "The text"
                                },
                                "name": {
                                  "type": ["string", "null"],
                                  "description": "Of a named variable"
                                }
                              },
                              "required": ["type", "text"],
                              "additionalProperties": false,
                              "description": "A text."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "currency"
                                },
                                "fallback": {
                                  "type": "string",
                                  "description": "As text, where it cannot be written otherwise"
                                },
                                "code": {
                                  "type": "string",
                                  "pattern": "^[A-Z]{3}$",
                                  "description": "ISO 4217"
                                },
                                "amount": {
                                  "type": "integer",
                                  "description": "In thousandths"
                                },
                                "name": {
                                  "type": ["string", "null"],
                                  "description": "Of a named variable"
                                }
                              },
                              "required": ["type", "fallback", "code", "amount"],
                              "additionalProperties": false,
                              "description": "An amount of money."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "date_time"
                                },
                                "fallback": {
                                  "type": "string",
                                  "description": "As text"
                                },
                                "name": {
                                  "type": ["string", "null"],
                                  "description": "Of a named variable"
                                }
                              },
                              "required": ["type", "fallback"],
                              "additionalProperties": false,
                              "description": "A date or a time."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "image"
                                },
                                "media_id": {
                                  "type": ["string", "null"],
                                  "description": "Id of an uploaded file"
                                },
                                "url": {
                                  "type": ["string", "null"],
                                  "description": "https address of a file"
                                },
                                "filename": {
                                  "type": ["string", "null"],
                                  "description": "Name of a document"
                                }
                              },
                              "required": ["type"],
                              "additionalProperties": false,
                              "description": "A file that was uploaded, or one that WhatsApp fetches."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "video"
                                },
                                "media_id": {
                                  "type": ["string", "null"],
                                  "description": "Id of an uploaded file"
                                },
                                "url": {
                                  "type": ["string", "null"],
                                  "description": "https address of a file"
                                },
                                "filename": {
                                  "type": ["string", "null"],
                                  "description": "Name of a document"
                                }
                              },
                              "required": ["type"],
                              "additionalProperties": false,
                              "description": "A file that was uploaded, or one that WhatsApp fetches."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "document"
                                },
                                "media_id": {
                                  "type": ["string", "null"],
                                  "description": "Id of an uploaded file"
                                },
                                "url": {
                                  "type": ["string", "null"],
                                  "description": "https address of a file"
                                },
                                "filename": {
                                  "type": ["string", "null"],
                                  "description": "Name of a document"
                                }
                              },
                              "required": ["type"],
                              "additionalProperties": false,
                              "description": "A file that was uploaded, or one that WhatsApp fetches."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "location"
                                },
                                "latitude": {
                                  "type": "number",
                                  "description": "In degrees"
                                },
                                "longitude": {
                                  "type": "number",
                                  "description": "In degrees"
                                },
                                "name": {
                                  "type": ["string", "null"],
                                  "description": "What it is called"
                                },
                                "address": {
                                  "type": ["string", "null"],
                                  "description": "Where it is, in words"
                                }
                              },
                              "required": ["type", "latitude", "longitude"],
                              "additionalProperties": false,
                              "description": "A place."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "product"
                                },
                                "product_id": {
                                  "type": "string",
                                  "description": "Id of the product"
                                },
                                "catalog_id": {
                                  "type": ["string", "null"],
                                  "description": "Id of the catalogue"
                                }
                              },
                              "required": ["type", "product_id"],
                              "additionalProperties": false,
                              "description": "A product."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "group"
                                },
                                "group_id": {
                                  "type": "string",
                                  "description": "Id of the group"
                                }
                              },
                              "required": ["type", "group_id"],
                              "additionalProperties": false,
                              "description": "A group that people are invited to."
                            }
                          ],
                          "discriminator": {
                            "propertyName": "type"
                          }
                        },
                        "description": "For the header",
                        "default": []
                      },
                      "body": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "oneOf": [
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "text"
                                },
                                "text": {
                                  "type": "string",
                                  "description": "The text"
                                },
                                "name": {
                                  "type": ["string", "null"],
                                  "description": "Of a named variable"
                                }
                              },
                              "required": ["type", "text"],
                              "additionalProperties": false,
                              "description": "A text."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "currency"
                                },
                                "fallback": {
                                  "type": "string",
                                  "description": "As text, where it cannot be written otherwise"
                                },
                                "code": {
                                  "type": "string",
                                  "pattern": "^[A-Z]{3}$",
                                  "description": "ISO 4217"
                                },
                                "amount": {
                                  "type": "integer",
                                  "description": "In thousandths"
                                },
                                "name": {
                                  "type": ["string", "null"],
                                  "description": "Of a named variable"
                                }
                              },
                              "required": ["type", "fallback", "code", "amount"],
                              "additionalProperties": false,
                              "description": "An amount of money."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "date_time"
                                },
                                "fallback": {
                                  "type": "string",
                                  "description": "As text"
                                },
                                "name": {
                                  "type": ["string", "null"],
                                  "description": "Of a named variable"
                                }
                              },
                              "required": ["type", "fallback"],
                              "additionalProperties": false,
                              "description": "A date or a time."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "image"
                                },
                                "media_id": {
                                  "type": ["string", "null"],
                                  "description": "Id of an uploaded file"
                                },
                                "url": {
                                  "type": ["string", "null"],
                                  "description": "https address of a file"
                                },
                                "filename": {
                                  "type": ["string", "null"],
                                  "description": "Name of a document"
                                }
                              },
                              "required": ["type"],
                              "additionalProperties": false,
                              "description": "A file that was uploaded, or one that WhatsApp fetches."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "video"
                                },
                                "media_id": {
                                  "type": ["string", "null"],
                                  "description": "Id of an uploaded file"
                                },
                                "url": {
                                  "type": ["string", "null"],
                                  "description": "https address of a file"
                                },
                                "filename": {
                                  "type": ["string", "null"],
                                  "description": "Name of a document"
                                }
                              },
                              "required": ["type"],
                              "additionalProperties": false,
                              "description": "A file that was uploaded, or one that WhatsApp fetches."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "document"
                                },
                                "media_id": {
                                  "type": ["string", "null"],
                                  "description": "Id of an uploaded file"
                                },
                                "url": {
                                  "type": ["string", "null"],
                                  "description": "https address of a file"
                                },
                                "filename": {
                                  "type": ["string", "null"],
                                  "description": "Name of a document"
                                }
                              },
                              "required": ["type"],
                              "additionalProperties": false,
                              "description": "A file that was uploaded, or one that WhatsApp fetches."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "location"
                                },
                                "latitude": {
                                  "type": "number",
                                  "description": "In degrees"
                                },
                                "longitude": {
                                  "type": "number",
                                  "description": "In degrees"
                                },
                                "name": {
                                  "type": ["string", "null"],
                                  "description": "What it is called"
                                },
                                "address": {
                                  "type": ["string", "null"],
                                  "description": "Where it is, in words"
                                }
                              },
                              "required": ["type", "latitude", "longitude"],
                              "additionalProperties": false,
                              "description": "A place."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "product"
                                },
                                "product_id": {
                                  "type": "string",
                                  "description": "Id of the product"
                                },
                                "catalog_id": {
                                  "type": ["string", "null"],
                                  "description": "Id of the catalogue"
                                }
                              },
                              "required": ["type", "product_id"],
                              "additionalProperties": false,
                              "description": "A product."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "group"
                                },
                                "group_id": {
                                  "type": "string",
                                  "description": "Id of the group"
                                }
                              },
                              "required": ["type", "group_id"],
                              "additionalProperties": false,
                              "description": "A group that people are invited to."
                            }
                          ],
                          "discriminator": {
                            "propertyName": "type"
                          }
                        },
                        "description": "For the body, in order",
                        "default": []
                      },
                      "buttons": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "oneOf": [
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "quick_reply"
                                },
                                "index": {
                                  "type": "integer",
                                  "minimum": 0,
                                  "maximum": 9,
                                  "description": "Place among the buttons, from 0"
                                },
                                "payload": {
                                  "type": "string",
                                  "description": "What comes back"
                                }
                              },
                              "required": ["type", "index", "payload"],
                              "additionalProperties": false,
                              "description": "What comes back when a quick reply is pressed."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "url"
                                },
                                "index": {
                                  "type": "integer",
                                  "minimum": 0,
                                  "maximum": 9,
                                  "description": "Place among the buttons, from 0"
                                },
                                "suffix": {
                                  "type": "string",
                                  "description": "What follows the template's address"
                                }
                              },
                              "required": ["type", "index", "suffix"],
                              "additionalProperties": false,
                              "description": "The end of an address."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "copy_code"
                                },
                                "index": {
                                  "type": "integer",
                                  "minimum": 0,
                                  "maximum": 9,
                                  "description": "Place among the buttons, from 0"
                                },
                                "code": {
                                  "type": "string",
                                  "maxLength": 15,
                                  "description": "The code"
                                }
                              },
                              "required": ["type", "index", "code"],
                              "additionalProperties": false,
                              "description": "A code to copy."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "flow"
                                },
                                "index": {
                                  "type": "integer",
                                  "minimum": 0,
                                  "maximum": 9,
                                  "description": "Place among the buttons, from 0"
                                },
                                "token": {
                                  "type": ["string", "null"],
                                  "description": "Comes back with the answers"
                                },
                                "data": {
                                  "type": ["object", "null"],
                                  "description": "What the first screen is given"
                                }
                              },
                              "required": ["type", "index"],
                              "additionalProperties": false,
                              "description": "What a flow is opened with."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "catalog"
                                },
                                "index": {
                                  "type": "integer",
                                  "minimum": 0,
                                  "maximum": 9,
                                  "description": "Place among the buttons, from 0"
                                },
                                "product_id": {
                                  "type": ["string", "null"],
                                  "description": "The product that it is shown by"
                                }
                              },
                              "required": ["type", "index"],
                              "additionalProperties": false,
                              "description": "What a catalogue is shown by."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "products"
                                },
                                "index": {
                                  "type": "integer",
                                  "minimum": 0,
                                  "maximum": 9,
                                  "description": "Place among the buttons, from 0"
                                },
                                "product_id": {
                                  "type": "string",
                                  "description": "The product that they are shown by"
                                },
                                "sections": {
                                  "type": "array",
                                  "items": {
                                    "type": "object",
                                    "properties": {
                                      "title": {
                                        "type": "string",
                                        "description": "The heading"
                                      },
                                      "product_ids": {
                                        "type": "array",
                                        "items": {
                                          "type": "string"
                                        },
                                        "description": "Ids of the products"
                                      }
                                    },
                                    "required": ["title", "product_ids"],
                                    "additionalProperties": false
                                  },
                                  "description": "The products"
                                }
                              },
                              "required": ["type", "index", "product_id", "sections"],
                              "additionalProperties": false,
                              "description": "Products that a button shows."
                            }
                          ],
                          "discriminator": {
                            "propertyName": "type"
                          }
                        },
                        "description": "For the buttons",
                        "default": []
                      },
                      "cards": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "properties": {
                            "header": {
                              "type": "array",
                              "items": {
                                "type": "object",
                                "oneOf": [
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "text"
                                      },
                                      "text": {
                                        "type": "string",
                                        "description": "The text"
                                      },
                                      "name": {
                                        "type": ["string", "null"],
                                        "description": "Of a named variable"
                                      }
                                    },
                                    "required": ["type", "text"],
                                    "additionalProperties": false,
                                    "description": "A text."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "currency"
                                      },
                                      "fallback": {
                                        "type": "string",
                                        "description": "As text, where it cannot be written otherwise"
                                      },
                                      "code": {
                                        "type": "string",
                                        "pattern": "^[A-Z]{3}$",
                                        "description": "ISO 4217"
                                      },
                                      "amount": {
                                        "type": "integer",
                                        "description": "In thousandths"
                                      },
                                      "name": {
                                        "type": ["string", "null"],
                                        "description": "Of a named variable"
                                      }
                                    },
                                    "required": ["type", "fallback", "code", "amount"],
                                    "additionalProperties": false,
                                    "description": "An amount of money."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "date_time"
                                      },
                                      "fallback": {
                                        "type": "string",
                                        "description": "As text"
                                      },
                                      "name": {
                                        "type": ["string", "null"],
                                        "description": "Of a named variable"
                                      }
                                    },
                                    "required": ["type", "fallback"],
                                    "additionalProperties": false,
                                    "description": "A date or a time."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "image"
                                      },
                                      "media_id": {
                                        "type": ["string", "null"],
                                        "description": "Id of an uploaded file"
                                      },
                                      "url": {
                                        "type": ["string", "null"],
                                        "description": "https address of a file"
                                      },
                                      "filename": {
                                        "type": ["string", "null"],
                                        "description": "Name of a document"
                                      }
                                    },
                                    "required": ["type"],
                                    "additionalProperties": false,
                                    "description": "A file that was uploaded, or one that WhatsApp fetches."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "video"
                                      },
                                      "media_id": {
                                        "type": ["string", "null"],
                                        "description": "Id of an uploaded file"
                                      },
                                      "url": {
                                        "type": ["string", "null"],
                                        "description": "https address of a file"
                                      },
                                      "filename": {
                                        "type": ["string", "null"],
                                        "description": "Name of a document"
                                      }
                                    },
                                    "required": ["type"],
                                    "additionalProperties": false,
                                    "description": "A file that was uploaded, or one that WhatsApp fetches."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "document"
                                      },
                                      "media_id": {
                                        "type": ["string", "null"],
                                        "description": "Id of an uploaded file"
                                      },
                                      "url": {
                                        "type": ["string", "null"],
                                        "description": "https address of a file"
                                      },
                                      "filename": {
                                        "type": ["string", "null"],
                                        "description": "Name of a document"
                                      }
                                    },
                                    "required": ["type"],
                                    "additionalProperties": false,
                                    "description": "A file that was uploaded, or one that WhatsApp fetches."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "location"
                                      },
                                      "latitude": {
                                        "type": "number",
                                        "description": "In degrees"
                                      },
                                      "longitude": {
                                        "type": "number",
                                        "description": "In degrees"
                                      },
                                      "name": {
                                        "type": ["string", "null"],
                                        "description": "What it is called"
                                      },
                                      "address": {
                                        "type": ["string", "null"],
                                        "description": "Where it is, in words"
                                      }
                                    },
                                    "required": ["type", "latitude", "longitude"],
                                    "additionalProperties": false,
                                    "description": "A place."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "product"
                                      },
                                      "product_id": {
                                        "type": "string",
                                        "description": "Id of the product"
                                      },
                                      "catalog_id": {
                                        "type": ["string", "null"],
                                        "description": "Id of the catalogue"
                                      }
                                    },
                                    "required": ["type", "product_id"],
                                    "additionalProperties": false,
                                    "description": "A product."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "group"
                                      },
                                      "group_id": {
                                        "type": "string",
                                        "description": "Id of the group"
                                      }
                                    },
                                    "required": ["type", "group_id"],
                                    "additionalProperties": false,
                                    "description": "A group that people are invited to."
                                  }
                                ],
                                "discriminator": {
                                  "propertyName": "type"
                                }
                              },
                              "description": "For the header",
                              "default": []
                            },
                            "body": {
                              "type": "array",
                              "items": {
                                "type": "object",
                                "oneOf": [
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "text"
                                      },
                                      "text": {
                                        "type": "string",
                                        "description": "The text"
                                      },
                                      "name": {
                                        "type": ["string", "null"],
                                        "description": "Of a named variable"
                                      }
                                    },
                                    "required": ["type", "text"],
                                    "additionalProperties": false,
                                    "description": "A text."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "currency"
                                      },
                                      "fallback": {
                                        "type": "string",
                                        "description": "As text, where it cannot be written otherwise"
                                      },
                                      "code": {
                                        "type": "string",
                                        "pattern": "^[A-Z]{3}$",
                                        "description": "ISO 4217"
                                      },
                                      "amount": {
                                        "type": "integer",
                                        "description": "In thousandths"
                                      },
                                      "name": {
                                        "type": ["string", "null"],
                                        "description": "Of a named variable"
                                      }
                                    },
                                    "required": ["type", "fallback", "code", "amount"],
                                    "additionalProperties": false,
                                    "description": "An amount of money."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "date_time"
                                      },
                                      "fallback": {
                                        "type": "string",
                                        "description": "As text"
                                      },
                                      "name": {
                                        "type": ["string", "null"],
                                        "description": "Of a named variable"
                                      }
                                    },
                                    "required": ["type", "fallback"],
                                    "additionalProperties": false,
                                    "description": "A date or a time."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "image"
                                      },
                                      "media_id": {
                                        "type": ["string", "null"],
                                        "description": "Id of an uploaded file"
                                      },
                                      "url": {
                                        "type": ["string", "null"],
                                        "description": "https address of a file"
                                      },
                                      "filename": {
                                        "type": ["string", "null"],
                                        "description": "Name of a document"
                                      }
                                    },
                                    "required": ["type"],
                                    "additionalProperties": false,
                                    "description": "A file that was uploaded, or one that WhatsApp fetches."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "video"
                                      },
                                      "media_id": {
                                        "type": ["string", "null"],
                                        "description": "Id of an uploaded file"
                                      },
                                      "url": {
                                        "type": ["string", "null"],
                                        "description": "https address of a file"
                                      },
                                      "filename": {
                                        "type": ["string", "null"],
                                        "description": "Name of a document"
                                      }
                                    },
                                    "required": ["type"],
                                    "additionalProperties": false,
                                    "description": "A file that was uploaded, or one that WhatsApp fetches."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "document"
                                      },
                                      "media_id": {
                                        "type": ["string", "null"],
                                        "description": "Id of an uploaded file"
                                      },
                                      "url": {
                                        "type": ["string", "null"],
                                        "description": "https address of a file"
                                      },
                                      "filename": {
                                        "type": ["string", "null"],
                                        "description": "Name of a document"
                                      }
                                    },
                                    "required": ["type"],
                                    "additionalProperties": false,
                                    "description": "A file that was uploaded, or one that WhatsApp fetches."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "location"
                                      },
                                      "latitude": {
                                        "type": "number",
                                        "description": "In degrees"
                                      },
                                      "longitude": {
                                        "type": "number",
                                        "description": "In degrees"
                                      },
                                      "name": {
                                        "type": ["string", "null"],
                                        "description": "What it is called"
                                      },
                                      "address": {
                                        "type": ["string", "null"],
                                        "description": "Where it is, in words"
                                      }
                                    },
                                    "required": ["type", "latitude", "longitude"],
                                    "additionalProperties": false,
                                    "description": "A place."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "product"
                                      },
                                      "product_id": {
                                        "type": "string",
                                        "description": "Id of the product"
                                      },
                                      "catalog_id": {
                                        "type": ["string", "null"],
                                        "description": "Id of the catalogue"
                                      }
                                    },
                                    "required": ["type", "product_id"],
                                    "additionalProperties": false,
                                    "description": "A product."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "group"
                                      },
                                      "group_id": {
                                        "type": "string",
                                        "description": "Id of the group"
                                      }
                                    },
                                    "required": ["type", "group_id"],
                                    "additionalProperties": false,
                                    "description": "A group that people are invited to."
                                  }
                                ],
                                "discriminator": {
                                  "propertyName": "type"
                                }
                              },
                              "description": "For the body, in order",
                              "default": []
                            },
                            "buttons": {
                              "type": "array",
                              "items": {
                                "type": "object",
                                "oneOf": [
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "quick_reply"
                                      },
                                      "index": {
                                        "type": "integer",
                                        "minimum": 0,
                                        "maximum": 9,
                                        "description": "Place among the buttons, from 0"
                                      },
                                      "payload": {
                                        "type": "string",
                                        "description": "What comes back"
                                      }
                                    },
                                    "required": ["type", "index", "payload"],
                                    "additionalProperties": false,
                                    "description": "What comes back when a quick reply is pressed."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "url"
                                      },
                                      "index": {
                                        "type": "integer",
                                        "minimum": 0,
                                        "maximum": 9,
                                        "description": "Place among the buttons, from 0"
                                      },
                                      "suffix": {
                                        "type": "string",
                                        "description": "What follows the template's address"
                                      }
                                    },
                                    "required": ["type", "index", "suffix"],
                                    "additionalProperties": false,
                                    "description": "The end of an address."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "copy_code"
                                      },
                                      "index": {
                                        "type": "integer",
                                        "minimum": 0,
                                        "maximum": 9,
                                        "description": "Place among the buttons, from 0"
                                      },
                                      "code": {
                                        "type": "string",
                                        "maxLength": 15,
                                        "description": "The code"
                                      }
                                    },
                                    "required": ["type", "index", "code"],
                                    "additionalProperties": false,
                                    "description": "A code to copy."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "flow"
                                      },
                                      "index": {
                                        "type": "integer",
                                        "minimum": 0,
                                        "maximum": 9,
                                        "description": "Place among the buttons, from 0"
                                      },
                                      "token": {
                                        "type": ["string", "null"],
                                        "description": "Comes back with the answers"
                                      },
                                      "data": {
                                        "type": ["object", "null"],
                                        "description": "What the first screen is given"
                                      }
                                    },
                                    "required": ["type", "index"],
                                    "additionalProperties": false,
                                    "description": "What a flow is opened with."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "catalog"
                                      },
                                      "index": {
                                        "type": "integer",
                                        "minimum": 0,
                                        "maximum": 9,
                                        "description": "Place among the buttons, from 0"
                                      },
                                      "product_id": {
                                        "type": ["string", "null"],
                                        "description": "The product that it is shown by"
                                      }
                                    },
                                    "required": ["type", "index"],
                                    "additionalProperties": false,
                                    "description": "What a catalogue is shown by."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "products"
                                      },
                                      "index": {
                                        "type": "integer",
                                        "minimum": 0,
                                        "maximum": 9,
                                        "description": "Place among the buttons, from 0"
                                      },
                                      "product_id": {
                                        "type": "string",
                                        "description": "The product that they are shown by"
                                      },
                                      "sections": {
                                        "type": "array",
                                        "items": {
                                          "type": "object",
                                          "properties": {
                                            "title": {
                                              "type": "string",
                                              "description": "The heading"
                                            },
                                            "product_ids": {
                                              "type": "array",
                                              "items": {
                                                "type": "string"
                                              },
                                              "description": "Ids of the products"
                                            }
                                          },
                                          "required": ["title", "product_ids"],
                                          "additionalProperties": false
                                        },
                                        "description": "The products"
                                      }
                                    },
                                    "required": ["type", "index", "product_id", "sections"],
                                    "additionalProperties": false,
                                    "description": "Products that a button shows."
                                  }
                                ],
                                "discriminator": {
                                  "propertyName": "type"
                                }
                              },
                              "description": "For the buttons",
                              "default": []
                            }
                          },
                          "additionalProperties": false
                        },
                        "description": "For the cards of a carousel",
                        "default": []
                      },
                      "offer_ends_at": {
                        "type": ["string", "null"],
                        "format": "date-time",
                        "description": "End of a limited-time offer"
                      }
                    },
                    "required": ["type", "name", "language"],
                    "additionalProperties": false,
                    "description": "An approved template with its variables filled in."
                  }
                ],
                "discriminator": {
                  "propertyName": "type"
                }
              },
              {
                "type": "null"
              }
            ],
            "description": "More than text; message.content is its caption or body"
          },
          "reply_to": {
            "type": ["string", "null"],
            "description": "Meta's id of the message that this one answers"
          },
          "link_previews": {
            "type": "boolean",
            "description": "Whether the first link is shown with a preview",
            "default": true
          },
          "template": {
            "type": ["object", "null"],
            "properties": {
              "id": {
                "type": "string",
                "description": "The id of the text"
              },
              "texts": {
                "type": "array",
                "items": {
                  "type": "object",
                  "properties": {
                    "name": {
                      "type": "string",
                      "description": "The variable's name"
                    },
                    "text": {
                      "type": "string",
                      "description": "What is filled in"
                    }
                  },
                  "required": ["name", "text"],
                  "additionalProperties": false
                },
                "description": "What is filled in"
              }
            },
            "required": ["id", "texts"],
            "additionalProperties": false,
            "description": "An approved template as list_whatsapp_template_offers gave it"
          }
        },
        "required": ["channel", "message"],
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "status": {
            "type": "string",
            "examples": ["sent", "queued", "failed"],
            "description": "What became of the message"
          },
          "remoteId": {
            "type": ["string", "null"],
            "description": "The provider's id of the message"
          }
        },
        "required": ["status"]
      },
      "timeout": 10000,
      "queueTouchPoints": [
        {
          "queue": "whatsapp_number",
          "estimatedCalls": 1,
          "subKeyFromArg": "channel.identifierValue"
        },
        {
          "queue": "whatsapp_pair",
          "estimatedCalls": 1,
          "subKeyFromArg": "channel.identifierValue"
        }
      ],
      "completionHints": {
        "idempotent": true
      }
    },
    {
      "name": "send_whatsapp_batch",
      "label": "Send WhatsApp to many",
      "description": "Send messages to up to 1000 people at once: taken as a whole or not at all, and sent as fast as the limits of the number allow. With a template each recipient has values of their own; without one the rendered bodies are sent as texts.",
      "inputSchema": {
        "type": "object",
        "properties": {
          "channel": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string",
                "description": "The channel's id"
              },
              "handle": {
                "type": "string",
                "description": "The channel's handle in the manifest"
              },
              "identifierValue": {
                "type": "string",
                "description": "What identifies the channel"
              }
            },
            "required": ["id", "handle", "identifierValue"],
            "additionalProperties": false,
            "description": "The channel to send over"
          },
          "recipients": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "address": {
                  "type": "string",
                  "description": "Where the message goes"
                },
                "renderedBody": {
                  "type": "string",
                  "description": "What the message says"
                },
                "instanceId": {
                  "type": ["string", "null"],
                  "description": "The instance that the message is for"
                },
                "threadId": {
                  "type": ["string", "null"],
                  "description": "The thread of the message"
                },
                "messageId": {
                  "type": ["string", "null"],
                  "description": "The message's id"
                },
                "contactId": {
                  "type": ["string", "null"],
                  "description": "The contact's id"
                }
              },
              "required": ["address", "renderedBody"],
              "additionalProperties": false
            },
            "minItems": 1,
            "maxItems": 10000,
            "description": "Where the messages go, and what each says"
          },
          "schedule": {
            "type": ["object", "null"],
            "properties": {
              "at": {
                "type": "string",
                "format": "date-time",
                "description": "The time"
              }
            },
            "required": ["at"],
            "additionalProperties": false,
            "description": "When they are sent; at once without it"
          },
          "batch_key": {
            "type": ["string", "null"],
            "maxLength": 200,
            "description": "A batch with the same key is taken once"
          },
          "template": {
            "type": ["object", "null"],
            "properties": {
              "name": {
                "type": "string",
                "description": "Name of the template"
              },
              "language": {
                "type": "string",
                "description": "Its language, en_GB"
              },
              "header": {
                "type": "array",
                "items": {
                  "type": "object",
                  "oneOf": [
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "text"
                        },
                        "text": {
                          "type": "string",
                          "description": "The text"
                        },
                        "name": {
                          "type": ["string", "null"],
                          "description": "Of a named variable"
                        }
                      },
                      "required": ["type", "text"],
                      "additionalProperties": false,
                      "description": "A text."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "currency"
                        },
                        "fallback": {
                          "type": "string",
                          "description": "As text, where it cannot be written otherwise"
                        },
                        "code": {
                          "type": "string",
                          "pattern": "^[A-Z]{3}$",
                          "description": "ISO 4217"
                        },
                        "amount": {
                          "type": "integer",
                          "description": "In thousandths"
                        },
                        "name": {
                          "type": ["string", "null"],
                          "description": "Of a named variable"
                        }
                      },
                      "required": ["type", "fallback", "code", "amount"],
                      "additionalProperties": false,
                      "description": "An amount of money."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "date_time"
                        },
                        "fallback": {
                          "type": "string",
                          "description": "As text"
                        },
                        "name": {
                          "type": ["string", "null"],
                          "description": "Of a named variable"
                        }
                      },
                      "required": ["type", "fallback"],
                      "additionalProperties": false,
                      "description": "A date or a time."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "image"
                        },
                        "media_id": {
                          "type": ["string", "null"],
                          "description": "Id of an uploaded file"
                        },
                        "url": {
                          "type": ["string", "null"],
                          "description": "https address of a file"
                        },
                        "filename": {
                          "type": ["string", "null"],
                          "description": "Name of a document"
                        }
                      },
                      "required": ["type"],
                      "additionalProperties": false,
                      "description": "A file that was uploaded, or one that WhatsApp fetches."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "video"
                        },
                        "media_id": {
                          "type": ["string", "null"],
                          "description": "Id of an uploaded file"
                        },
                        "url": {
                          "type": ["string", "null"],
                          "description": "https address of a file"
                        },
                        "filename": {
                          "type": ["string", "null"],
                          "description": "Name of a document"
                        }
                      },
                      "required": ["type"],
                      "additionalProperties": false,
                      "description": "A file that was uploaded, or one that WhatsApp fetches."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "document"
                        },
                        "media_id": {
                          "type": ["string", "null"],
                          "description": "Id of an uploaded file"
                        },
                        "url": {
                          "type": ["string", "null"],
                          "description": "https address of a file"
                        },
                        "filename": {
                          "type": ["string", "null"],
                          "description": "Name of a document"
                        }
                      },
                      "required": ["type"],
                      "additionalProperties": false,
                      "description": "A file that was uploaded, or one that WhatsApp fetches."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "location"
                        },
                        "latitude": {
                          "type": "number",
                          "description": "In degrees"
                        },
                        "longitude": {
                          "type": "number",
                          "description": "In degrees"
                        },
                        "name": {
                          "type": ["string", "null"],
                          "description": "What it is called"
                        },
                        "address": {
                          "type": ["string", "null"],
                          "description": "Where it is, in words"
                        }
                      },
                      "required": ["type", "latitude", "longitude"],
                      "additionalProperties": false,
                      "description": "A place."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "product"
                        },
                        "product_id": {
                          "type": "string",
                          "description": "Id of the product"
                        },
                        "catalog_id": {
                          "type": ["string", "null"],
                          "description": "Id of the catalogue"
                        }
                      },
                      "required": ["type", "product_id"],
                      "additionalProperties": false,
                      "description": "A product."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "group"
                        },
                        "group_id": {
                          "type": "string",
                          "description": "Id of the group"
                        }
                      },
                      "required": ["type", "group_id"],
                      "additionalProperties": false,
                      "description": "A group that people are invited to."
                    }
                  ],
                  "discriminator": {
                    "propertyName": "type"
                  }
                },
                "description": "For the header",
                "default": []
              },
              "body": {
                "type": "array",
                "items": {
                  "type": "object",
                  "oneOf": [
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "text"
                        },
                        "text": {
                          "type": "string",
                          "description": "The text"
                        },
                        "name": {
                          "type": ["string", "null"],
                          "description": "Of a named variable"
                        }
                      },
                      "required": ["type", "text"],
                      "additionalProperties": false,
                      "description": "A text."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "currency"
                        },
                        "fallback": {
                          "type": "string",
                          "description": "As text, where it cannot be written otherwise"
                        },
                        "code": {
                          "type": "string",
                          "pattern": "^[A-Z]{3}$",
                          "description": "ISO 4217"
                        },
                        "amount": {
                          "type": "integer",
                          "description": "In thousandths"
                        },
                        "name": {
                          "type": ["string", "null"],
                          "description": "Of a named variable"
                        }
                      },
                      "required": ["type", "fallback", "code", "amount"],
                      "additionalProperties": false,
                      "description": "An amount of money."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "date_time"
                        },
                        "fallback": {
                          "type": "string",
                          "description": "As text"
                        },
                        "name": {
                          "type": ["string", "null"],
                          "description": "Of a named variable"
                        }
                      },
                      "required": ["type", "fallback"],
                      "additionalProperties": false,
                      "description": "A date or a time."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "image"
                        },
                        "media_id": {
                          "type": ["string", "null"],
                          "description": "Id of an uploaded file"
                        },
                        "url": {
                          "type": ["string", "null"],
                          "description": "https address of a file"
                        },
                        "filename": {
                          "type": ["string", "null"],
                          "description": "Name of a document"
                        }
                      },
                      "required": ["type"],
                      "additionalProperties": false,
                      "description": "A file that was uploaded, or one that WhatsApp fetches."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "video"
                        },
                        "media_id": {
                          "type": ["string", "null"],
                          "description": "Id of an uploaded file"
                        },
                        "url": {
                          "type": ["string", "null"],
                          "description": "https address of a file"
                        },
                        "filename": {
                          "type": ["string", "null"],
                          "description": "Name of a document"
                        }
                      },
                      "required": ["type"],
                      "additionalProperties": false,
                      "description": "A file that was uploaded, or one that WhatsApp fetches."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "document"
                        },
                        "media_id": {
                          "type": ["string", "null"],
                          "description": "Id of an uploaded file"
                        },
                        "url": {
                          "type": ["string", "null"],
                          "description": "https address of a file"
                        },
                        "filename": {
                          "type": ["string", "null"],
                          "description": "Name of a document"
                        }
                      },
                      "required": ["type"],
                      "additionalProperties": false,
                      "description": "A file that was uploaded, or one that WhatsApp fetches."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "location"
                        },
                        "latitude": {
                          "type": "number",
                          "description": "In degrees"
                        },
                        "longitude": {
                          "type": "number",
                          "description": "In degrees"
                        },
                        "name": {
                          "type": ["string", "null"],
                          "description": "What it is called"
                        },
                        "address": {
                          "type": ["string", "null"],
                          "description": "Where it is, in words"
                        }
                      },
                      "required": ["type", "latitude", "longitude"],
                      "additionalProperties": false,
                      "description": "A place."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "product"
                        },
                        "product_id": {
                          "type": "string",
                          "description": "Id of the product"
                        },
                        "catalog_id": {
                          "type": ["string", "null"],
                          "description": "Id of the catalogue"
                        }
                      },
                      "required": ["type", "product_id"],
                      "additionalProperties": false,
                      "description": "A product."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "group"
                        },
                        "group_id": {
                          "type": "string",
                          "description": "Id of the group"
                        }
                      },
                      "required": ["type", "group_id"],
                      "additionalProperties": false,
                      "description": "A group that people are invited to."
                    }
                  ],
                  "discriminator": {
                    "propertyName": "type"
                  }
                },
                "description": "For the body, in order",
                "default": []
              },
              "buttons": {
                "type": "array",
                "items": {
                  "type": "object",
                  "oneOf": [
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "quick_reply"
                        },
                        "index": {
                          "type": "integer",
                          "minimum": 0,
                          "maximum": 9,
                          "description": "Place among the buttons, from 0"
                        },
                        "payload": {
                          "type": "string",
                          "description": "What comes back"
                        }
                      },
                      "required": ["type", "index", "payload"],
                      "additionalProperties": false,
                      "description": "What comes back when a quick reply is pressed."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "url"
                        },
                        "index": {
                          "type": "integer",
                          "minimum": 0,
                          "maximum": 9,
                          "description": "Place among the buttons, from 0"
                        },
                        "suffix": {
                          "type": "string",
                          "description": "What follows the template's address"
                        }
                      },
                      "required": ["type", "index", "suffix"],
                      "additionalProperties": false,
                      "description": "The end of an address."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "copy_code"
                        },
                        "index": {
                          "type": "integer",
                          "minimum": 0,
                          "maximum": 9,
                          "description": "Place among the buttons, from 0"
                        },
                        "code": {
                          "type": "string",
                          "maxLength": 15,
                          "description": "The code"
                        }
                      },
                      "required": ["type", "index", "code"],
                      "additionalProperties": false,
                      "description": "A code to copy."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "flow"
                        },
                        "index": {
                          "type": "integer",
                          "minimum": 0,
                          "maximum": 9,
                          "description": "Place among the buttons, from 0"
                        },
                        "token": {
                          "type": ["string", "null"],
                          "description": "Comes back with the answers"
                        },
                        "data": {
                          "type": ["object", "null"],
                          "description": "What the first screen is given"
                        }
                      },
                      "required": ["type", "index"],
                      "additionalProperties": false,
                      "description": "What a flow is opened with."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "catalog"
                        },
                        "index": {
                          "type": "integer",
                          "minimum": 0,
                          "maximum": 9,
                          "description": "Place among the buttons, from 0"
                        },
                        "product_id": {
                          "type": ["string", "null"],
                          "description": "The product that it is shown by"
                        }
                      },
                      "required": ["type", "index"],
                      "additionalProperties": false,
                      "description": "What a catalogue is shown by."
                    },
                    {
                      "type": "object",
                      "properties": {
                        "type": {
                          "const": "products"
                        },
                        "index": {
                          "type": "integer",
                          "minimum": 0,
                          "maximum": 9,
                          "description": "Place among the buttons, from 0"
                        },
                        "product_id": {
                          "type": "string",
                          "description": "The product that they are shown by"
                        },
                        "sections": {
                          "type": "array",
                          "items": {
                            "type": "object",
                            "properties": {
                              "title": {
                                "type": "string",
                                "description": "The heading"
                              },
                              "product_ids": {
                                "type": "array",
                                "items": {
                                  "type": "string"
                                },
                                "description": "Ids of the products"
                              }
                            },
                            "required": ["title", "product_ids"],
                            "additionalProperties": false
                          },
                          "description": "The products"
                        }
                      },
                      "required": ["type", "index", "product_id", "sections"],
                      "additionalProperties": false,
                      "description": "Products that a button shows."
                    }
                  ],
                  "discriminator": {
                    "propertyName": "type"
                  }
                },
                "description": "For the buttons",
                "default": []
              },
              "cards": {
                "type": "array",
                "items": {
                  "type": "object",
                  "properties": {
                    "header": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "oneOf": [
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "text"
                              },
                              "text": {
                                "type": "string",
                                "description": "The text"
                              },
                              "name": {
                                "type": ["string", "null"],
                                "description": "Of a named variable"
                              }
                            },
                            "required": ["type", "text"],
                            "additionalProperties": false,
                            "description": "A text."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "currency"
                              },
                              "fallback": {
                                "type": "string",
                                "description": "As text, where it cannot be written otherwise"
                              },
                              "code": {
                                "type": "string",
                                "pattern": "^[A-Z]{3}$",
                                "description": "ISO 4217"
                              },
                              "amount": {
                                "type": "integer",
                                "description": "In thousandths"
                              },
                              "name": {
                                "type": ["string", "null"],
                                "description": "Of a named variable"
                              }
                            },
                            "required": ["type", "fallback", "code", "amount"],
                            "additionalProperties": false,
                            "description": "An amount of money."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "date_time"
                              },
                              "fallback": {
                                "type": "string",
                                "description": "As text"
                              },
                              "name": {
                                "type": ["string", "null"],
                                "description": "Of a named variable"
                              }
                            },
                            "required": ["type", "fallback"],
                            "additionalProperties": false,
                            "description": "A date or a time."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "image"
                              },
                              "media_id": {
                                "type": ["string", "null"],
                                "description": "Id of an uploaded file"
                              },
                              "url": {
                                "type": ["string", "null"],
                                "description": "https address of a file"
                              },
                              "filename": {
                                "type": ["string", "null"],
                                "description": "Name of a document"
                              }
                            },
                            "required": ["type"],
                            "additionalProperties": false,
                            "description": "A file that was uploaded, or one that WhatsApp fetches."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "video"
                              },
                              "media_id": {
                                "type": ["string", "null"],
                                "description": "Id of an uploaded file"
                              },
                              "url": {
                                "type": ["string", "null"],
                                "description": "https address of a file"
                              },
                              "filename": {
                                "type": ["string", "null"],
                                "description": "Name of a document"
                              }
                            },
                            "required": ["type"],
                            "additionalProperties": false,
                            "description": "A file that was uploaded, or one that WhatsApp fetches."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "document"
                              },
                              "media_id": {
                                "type": ["string", "null"],
                                "description": "Id of an uploaded file"
                              },
                              "url": {
                                "type": ["string", "null"],
                                "description": "https address of a file"
                              },
                              "filename": {
                                "type": ["string", "null"],
                                "description": "Name of a document"
                              }
                            },
                            "required": ["type"],
                            "additionalProperties": false,
                            "description": "A file that was uploaded, or one that WhatsApp fetches."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "location"
                              },
                              "latitude": {
                                "type": "number",
                                "description": "In degrees"
                              },
                              "longitude": {
                                "type": "number",
                                "description": "In degrees"
                              },
                              "name": {
                                "type": ["string", "null"],
                                "description": "What it is called"
                              },
                              "address": {
                                "type": ["string", "null"],
                                "description": "Where it is, in words"
                              }
                            },
                            "required": ["type", "latitude", "longitude"],
                            "additionalProperties": false,
                            "description": "A place."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "product"
                              },
                              "product_id": {
                                "type": "string",
                                "description": "Id of the product"
                              },
                              "catalog_id": {
                                "type": ["string", "null"],
                                "description": "Id of the catalogue"
                              }
                            },
                            "required": ["type", "product_id"],
                            "additionalProperties": false,
                            "description": "A product."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "group"
                              },
                              "group_id": {
                                "type": "string",
                                "description": "Id of the group"
                              }
                            },
                            "required": ["type", "group_id"],
                            "additionalProperties": false,
                            "description": "A group that people are invited to."
                          }
                        ],
                        "discriminator": {
                          "propertyName": "type"
                        }
                      },
                      "description": "For the header",
                      "default": []
                    },
                    "body": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "oneOf": [
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "text"
                              },
                              "text": {
                                "type": "string",
                                "description": "The text"
                              },
                              "name": {
                                "type": ["string", "null"],
                                "description": "Of a named variable"
                              }
                            },
                            "required": ["type", "text"],
                            "additionalProperties": false,
                            "description": "A text."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "currency"
                              },
                              "fallback": {
                                "type": "string",
                                "description": "As text, where it cannot be written otherwise"
                              },
                              "code": {
                                "type": "string",
                                "pattern": "^[A-Z]{3}$",
                                "description": "ISO 4217"
                              },
                              "amount": {
                                "type": "integer",
                                "description": "In thousandths"
                              },
                              "name": {
                                "type": ["string", "null"],
                                "description": "Of a named variable"
                              }
                            },
                            "required": ["type", "fallback", "code", "amount"],
                            "additionalProperties": false,
                            "description": "An amount of money."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "date_time"
                              },
                              "fallback": {
                                "type": "string",
                                "description": "As text"
                              },
                              "name": {
                                "type": ["string", "null"],
                                "description": "Of a named variable"
                              }
                            },
                            "required": ["type", "fallback"],
                            "additionalProperties": false,
                            "description": "A date or a time."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "image"
                              },
                              "media_id": {
                                "type": ["string", "null"],
                                "description": "Id of an uploaded file"
                              },
                              "url": {
                                "type": ["string", "null"],
                                "description": "https address of a file"
                              },
                              "filename": {
                                "type": ["string", "null"],
                                "description": "Name of a document"
                              }
                            },
                            "required": ["type"],
                            "additionalProperties": false,
                            "description": "A file that was uploaded, or one that WhatsApp fetches."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "video"
                              },
                              "media_id": {
                                "type": ["string", "null"],
                                "description": "Id of an uploaded file"
                              },
                              "url": {
                                "type": ["string", "null"],
                                "description": "https address of a file"
                              },
                              "filename": {
                                "type": ["string", "null"],
                                "description": "Name of a document"
                              }
                            },
                            "required": ["type"],
                            "additionalProperties": false,
                            "description": "A file that was uploaded, or one that WhatsApp fetches."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "document"
                              },
                              "media_id": {
                                "type": ["string", "null"],
                                "description": "Id of an uploaded file"
                              },
                              "url": {
                                "type": ["string", "null"],
                                "description": "https address of a file"
                              },
                              "filename": {
                                "type": ["string", "null"],
                                "description": "Name of a document"
                              }
                            },
                            "required": ["type"],
                            "additionalProperties": false,
                            "description": "A file that was uploaded, or one that WhatsApp fetches."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "location"
                              },
                              "latitude": {
                                "type": "number",
                                "description": "In degrees"
                              },
                              "longitude": {
                                "type": "number",
                                "description": "In degrees"
                              },
                              "name": {
                                "type": ["string", "null"],
                                "description": "What it is called"
                              },
                              "address": {
                                "type": ["string", "null"],
                                "description": "Where it is, in words"
                              }
                            },
                            "required": ["type", "latitude", "longitude"],
                            "additionalProperties": false,
                            "description": "A place."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "product"
                              },
                              "product_id": {
                                "type": "string",
                                "description": "Id of the product"
                              },
                              "catalog_id": {
                                "type": ["string", "null"],
                                "description": "Id of the catalogue"
                              }
                            },
                            "required": ["type", "product_id"],
                            "additionalProperties": false,
                            "description": "A product."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "group"
                              },
                              "group_id": {
                                "type": "string",
                                "description": "Id of the group"
                              }
                            },
                            "required": ["type", "group_id"],
                            "additionalProperties": false,
                            "description": "A group that people are invited to."
                          }
                        ],
                        "discriminator": {
                          "propertyName": "type"
                        }
                      },
                      "description": "For the body, in order",
                      "default": []
                    },
                    "buttons": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "oneOf": [
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "quick_reply"
                              },
                              "index": {
                                "type": "integer",
                                "minimum": 0,
                                "maximum": 9,
                                "description": "Place among the buttons, from 0"
                              },
                              "payload": {
                                "type": "string",
                                "description": "What comes back"
                              }
                            },
                            "required": ["type", "index", "payload"],
                            "additionalProperties": false,
                            "description": "What comes back when a quick reply is pressed."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "url"
                              },
                              "index": {
                                "type": "integer",
                                "minimum": 0,
                                "maximum": 9,
                                "description": "Place among the buttons, from 0"
                              },
                              "suffix": {
                                "type": "string",
                                "description": "What follows the template's address"
                              }
                            },
                            "required": ["type", "index", "suffix"],
                            "additionalProperties": false,
                            "description": "The end of an address."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "copy_code"
                              },
                              "index": {
                                "type": "integer",
                                "minimum": 0,
                                "maximum": 9,
                                "description": "Place among the buttons, from 0"
                              },
                              "code": {
                                "type": "string",
                                "maxLength": 15,
                                "description": "The code"
                              }
                            },
                            "required": ["type", "index", "code"],
                            "additionalProperties": false,
                            "description": "A code to copy."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "flow"
                              },
                              "index": {
                                "type": "integer",
                                "minimum": 0,
                                "maximum": 9,
                                "description": "Place among the buttons, from 0"
                              },
                              "token": {
                                "type": ["string", "null"],
                                "description": "Comes back with the answers"
                              },
                              "data": {
                                "type": ["object", "null"],
                                "description": "What the first screen is given"
                              }
                            },
                            "required": ["type", "index"],
                            "additionalProperties": false,
                            "description": "What a flow is opened with."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "catalog"
                              },
                              "index": {
                                "type": "integer",
                                "minimum": 0,
                                "maximum": 9,
                                "description": "Place among the buttons, from 0"
                              },
                              "product_id": {
                                "type": ["string", "null"],
                                "description": "The product that it is shown by"
                              }
                            },
                            "required": ["type", "index"],
                            "additionalProperties": false,
                            "description": "What a catalogue is shown by."
                          },
                          {
                            "type": "object",
                            "properties": {
                              "type": {
                                "const": "products"
                              },
                              "index": {
                                "type": "integer",
                                "minimum": 0,
                                "maximum": 9,
                                "description": "Place among the buttons, from 0"
                              },
                              "product_id": {
                                "type": "string",
                                "description": "The product that they are shown by"
                              },
                              "sections": {
                                "type": "array",
                                "items": {
                                  "type": "object",
                                  "properties": {
                                    "title": {
                                      "type": "string",
                                      "description": "The heading"
                                    },
                                    "product_ids": {
                                      "type": "array",
                                      "items": {
                                        "type": "string"
                                      },
                                      "description": "Ids of the products"
                                    }
                                  },
                                  "required": ["title", "product_ids"],
                                  "additionalProperties": false
                                },
                                "description": "The products"
                              }
                            },
                            "required": ["type", "index", "product_id", "sections"],
                            "additionalProperties": false,
                            "description": "Products that a button shows."
                          }
                        ],
                        "discriminator": {
                          "propertyName": "type"
                        }
                      },
                      "description": "For the buttons",
                      "default": []
                    }
                  },
                  "additionalProperties": false
                },
                "description": "For the cards of a carousel",
                "default": []
              },
              "offer_ends_at": {
                "type": ["string", "null"],
                "format": "date-time",
                "description": "End of a limited-time offer"
              }
            },
            "required": ["name", "language"],
            "additionalProperties": false,
            "description": "What is sent; the rendered body is then how the message stands in the conversation"
          },
          "variables": {
            "type": ["array", "null"],
            "items": {
              "type": "object",
              "properties": {
                "header": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "oneOf": [
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "text"
                          },
                          "text": {
                            "type": "string",
                            "description": "The text"
                          },
                          "name": {
                            "type": ["string", "null"],
                            "description": "Of a named variable"
                          }
                        },
                        "required": ["type", "text"],
                        "additionalProperties": false,
                        "description": "A text."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "currency"
                          },
                          "fallback": {
                            "type": "string",
                            "description": "As text, where it cannot be written otherwise"
                          },
                          "code": {
                            "type": "string",
                            "pattern": "^[A-Z]{3}$",
                            "description": "ISO 4217"
                          },
                          "amount": {
                            "type": "integer",
                            "description": "In thousandths"
                          },
                          "name": {
                            "type": ["string", "null"],
                            "description": "Of a named variable"
                          }
                        },
                        "required": ["type", "fallback", "code", "amount"],
                        "additionalProperties": false,
                        "description": "An amount of money."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "date_time"
                          },
                          "fallback": {
                            "type": "string",
                            "description": "As text"
                          },
                          "name": {
                            "type": ["string", "null"],
                            "description": "Of a named variable"
                          }
                        },
                        "required": ["type", "fallback"],
                        "additionalProperties": false,
                        "description": "A date or a time."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "image"
                          },
                          "media_id": {
                            "type": ["string", "null"],
                            "description": "Id of an uploaded file"
                          },
                          "url": {
                            "type": ["string", "null"],
                            "description": "https address of a file"
                          },
                          "filename": {
                            "type": ["string", "null"],
                            "description": "Name of a document"
                          }
                        },
                        "required": ["type"],
                        "additionalProperties": false,
                        "description": "A file that was uploaded, or one that WhatsApp fetches."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "video"
                          },
                          "media_id": {
                            "type": ["string", "null"],
                            "description": "Id of an uploaded file"
                          },
                          "url": {
                            "type": ["string", "null"],
                            "description": "https address of a file"
                          },
                          "filename": {
                            "type": ["string", "null"],
                            "description": "Name of a document"
                          }
                        },
                        "required": ["type"],
                        "additionalProperties": false,
                        "description": "A file that was uploaded, or one that WhatsApp fetches."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "document"
                          },
                          "media_id": {
                            "type": ["string", "null"],
                            "description": "Id of an uploaded file"
                          },
                          "url": {
                            "type": ["string", "null"],
                            "description": "https address of a file"
                          },
                          "filename": {
                            "type": ["string", "null"],
                            "description": "Name of a document"
                          }
                        },
                        "required": ["type"],
                        "additionalProperties": false,
                        "description": "A file that was uploaded, or one that WhatsApp fetches."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "location"
                          },
                          "latitude": {
                            "type": "number",
                            "description": "In degrees"
                          },
                          "longitude": {
                            "type": "number",
                            "description": "In degrees"
                          },
                          "name": {
                            "type": ["string", "null"],
                            "description": "What it is called"
                          },
                          "address": {
                            "type": ["string", "null"],
                            "description": "Where it is, in words"
                          }
                        },
                        "required": ["type", "latitude", "longitude"],
                        "additionalProperties": false,
                        "description": "A place."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "product"
                          },
                          "product_id": {
                            "type": "string",
                            "description": "Id of the product"
                          },
                          "catalog_id": {
                            "type": ["string", "null"],
                            "description": "Id of the catalogue"
                          }
                        },
                        "required": ["type", "product_id"],
                        "additionalProperties": false,
                        "description": "A product."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "group"
                          },
                          "group_id": {
                            "type": "string",
                            "description": "Id of the group"
                          }
                        },
                        "required": ["type", "group_id"],
                        "additionalProperties": false,
                        "description": "A group that people are invited to."
                      }
                    ],
                    "discriminator": {
                      "propertyName": "type"
                    }
                  },
                  "description": "For the header",
                  "default": []
                },
                "body": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "oneOf": [
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "text"
                          },
                          "text": {
                            "type": "string",
                            "description": "The text"
                          },
                          "name": {
                            "type": ["string", "null"],
                            "description": "Of a named variable"
                          }
                        },
                        "required": ["type", "text"],
                        "additionalProperties": false,
                        "description": "A text."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "currency"
                          },
                          "fallback": {
                            "type": "string",
                            "description": "As text, where it cannot be written otherwise"
                          },
                          "code": {
                            "type": "string",
                            "pattern": "^[A-Z]{3}$",
                            "description": "ISO 4217"
                          },
                          "amount": {
                            "type": "integer",
                            "description": "In thousandths"
                          },
                          "name": {
                            "type": ["string", "null"],
                            "description": "Of a named variable"
                          }
                        },
                        "required": ["type", "fallback", "code", "amount"],
                        "additionalProperties": false,
                        "description": "An amount of money."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "date_time"
                          },
                          "fallback": {
                            "type": "string",
                            "description": "As text"
                          },
                          "name": {
                            "type": ["string", "null"],
                            "description": "Of a named variable"
                          }
                        },
                        "required": ["type", "fallback"],
                        "additionalProperties": false,
                        "description": "A date or a time."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "image"
                          },
                          "media_id": {
                            "type": ["string", "null"],
                            "description": "Id of an uploaded file"
                          },
                          "url": {
                            "type": ["string", "null"],
                            "description": "https address of a file"
                          },
                          "filename": {
                            "type": ["string", "null"],
                            "description": "Name of a document"
                          }
                        },
                        "required": ["type"],
                        "additionalProperties": false,
                        "description": "A file that was uploaded, or one that WhatsApp fetches."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "video"
                          },
                          "media_id": {
                            "type": ["string", "null"],
                            "description": "Id of an uploaded file"
                          },
                          "url": {
                            "type": ["string", "null"],
                            "description": "https address of a file"
                          },
                          "filename": {
                            "type": ["string", "null"],
                            "description": "Name of a document"
                          }
                        },
                        "required": ["type"],
                        "additionalProperties": false,
                        "description": "A file that was uploaded, or one that WhatsApp fetches."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "document"
                          },
                          "media_id": {
                            "type": ["string", "null"],
                            "description": "Id of an uploaded file"
                          },
                          "url": {
                            "type": ["string", "null"],
                            "description": "https address of a file"
                          },
                          "filename": {
                            "type": ["string", "null"],
                            "description": "Name of a document"
                          }
                        },
                        "required": ["type"],
                        "additionalProperties": false,
                        "description": "A file that was uploaded, or one that WhatsApp fetches."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "location"
                          },
                          "latitude": {
                            "type": "number",
                            "description": "In degrees"
                          },
                          "longitude": {
                            "type": "number",
                            "description": "In degrees"
                          },
                          "name": {
                            "type": ["string", "null"],
                            "description": "What it is called"
                          },
                          "address": {
                            "type": ["string", "null"],
                            "description": "Where it is, in words"
                          }
                        },
                        "required": ["type", "latitude", "longitude"],
                        "additionalProperties": false,
                        "description": "A place."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "product"
                          },
                          "product_id": {
                            "type": "string",
                            "description": "Id of the product"
                          },
                          "catalog_id": {
                            "type": ["string", "null"],
                            "description": "Id of the catalogue"
                          }
                        },
                        "required": ["type", "product_id"],
                        "additionalProperties": false,
                        "description": "A product."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "group"
                          },
                          "group_id": {
                            "type": "string",
                            "description": "Id of the group"
                          }
                        },
                        "required": ["type", "group_id"],
                        "additionalProperties": false,
                        "description": "A group that people are invited to."
                      }
                    ],
                    "discriminator": {
                      "propertyName": "type"
                    }
                  },
                  "description": "For the body, in order",
                  "default": []
                },
                "buttons": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "oneOf": [
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "quick_reply"
                          },
                          "index": {
                            "type": "integer",
                            "minimum": 0,
                            "maximum": 9,
                            "description": "Place among the buttons, from 0"
                          },
                          "payload": {
                            "type": "string",
                            "description": "What comes back"
                          }
                        },
                        "required": ["type", "index", "payload"],
                        "additionalProperties": false,
                        "description": "What comes back when a quick reply is pressed."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "url"
                          },
                          "index": {
                            "type": "integer",
                            "minimum": 0,
                            "maximum": 9,
                            "description": "Place among the buttons, from 0"
                          },
                          "suffix": {
                            "type": "string",
                            "description": "What follows the template's address"
                          }
                        },
                        "required": ["type", "index", "suffix"],
                        "additionalProperties": false,
                        "description": "The end of an address."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "copy_code"
                          },
                          "index": {
                            "type": "integer",
                            "minimum": 0,
                            "maximum": 9,
                            "description": "Place among the buttons, from 0"
                          },
                          "code": {
                            "type": "string",
                            "maxLength": 15,
                            "description": "The code"
                          }
                        },
                        "required": ["type", "index", "code"],
                        "additionalProperties": false,
                        "description": "A code to copy."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "flow"
                          },
                          "index": {
                            "type": "integer",
                            "minimum": 0,
                            "maximum": 9,
                            "description": "Place among the buttons, from 0"
                          },
                          "token": {
                            "type": ["string", "null"],
                            "description": "Comes back with the answers"
                          },
                          "data": {
                            "type": ["object", "null"],
                            "description": "What the first screen is given"
                          }
                        },
                        "required": ["type", "index"],
                        "additionalProperties": false,
                        "description": "What a flow is opened with."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "catalog"
                          },
                          "index": {
                            "type": "integer",
                            "minimum": 0,
                            "maximum": 9,
                            "description": "Place among the buttons, from 0"
                          },
                          "product_id": {
                            "type": ["string", "null"],
                            "description": "The product that it is shown by"
                          }
                        },
                        "required": ["type", "index"],
                        "additionalProperties": false,
                        "description": "What a catalogue is shown by."
                      },
                      {
                        "type": "object",
                        "properties": {
                          "type": {
                            "const": "products"
                          },
                          "index": {
                            "type": "integer",
                            "minimum": 0,
                            "maximum": 9,
                            "description": "Place among the buttons, from 0"
                          },
                          "product_id": {
                            "type": "string",
                            "description": "The product that they are shown by"
                          },
                          "sections": {
                            "type": "array",
                            "items": {
                              "type": "object",
                              "properties": {
                                "title": {
                                  "type": "string",
                                  "description": "The heading"
                                },
                                "product_ids": {
                                  "type": "array",
                                  "items": {
                                    "type": "string"
                                  },
                                  "description": "Ids of the products"
                                }
                              },
                              "required": ["title", "product_ids"],
                              "additionalProperties": false
                            },
                            "description": "The products"
                          }
                        },
                        "required": ["type", "index", "product_id", "sections"],
                        "additionalProperties": false,
                        "description": "Products that a button shows."
                      }
                    ],
                    "discriminator": {
                      "propertyName": "type"
                    }
                  },
                  "description": "For the buttons",
                  "default": []
                }
              },
              "additionalProperties": false
            },
            "description": "For the template, one for each recipient and in their order"
          }
        },
        "required": ["channel", "recipients"],
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "status": {
            "type": "string",
            "examples": ["accepted", "failed"],
            "description": "Whether the batch was taken"
          },
          "externalChunkId": {
            "type": ["string", "null"],
            "description": "The provider's id of the batch, to ask for its state"
          },
          "acceptedCount": {
            "type": "integer",
            "description": "How many were taken"
          },
          "rejectedCount": {
            "type": ["integer", "null"],
            "description": "How many were refused"
          }
        },
        "required": ["status", "acceptedCount"]
      },
      "timeout": 60000,
      "completionHints": {
        "idempotent": false
      }
    },
    {
      "name": "get_whatsapp_batch_status",
      "label": "State of a batch",
      "description": "How the messages of a batch fare; each counts in one of the states",
      "inputSchema": {
        "type": "object",
        "properties": {
          "channel": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string",
                "description": "The channel's id"
              },
              "handle": {
                "type": "string",
                "description": "The channel's handle in the manifest"
              },
              "identifierValue": {
                "type": "string",
                "description": "What identifies the channel"
              }
            },
            "required": ["id", "handle", "identifierValue"],
            "additionalProperties": false,
            "description": "The channel that the batch was sent over"
          },
          "externalChunkId": {
            "type": "string",
            "description": "The provider's id of the batch"
          },
          "offset": {
            "type": ["integer", "null"],
            "minimum": 0,
            "description": "How many messages to leave out; 0 without it"
          },
          "limit": {
            "type": ["integer", "null"],
            "minimum": 1,
            "maximum": 1000,
            "description": "How many messages to tell of; all without it"
          }
        },
        "required": ["channel", "externalChunkId"],
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "externalChunkId": {
            "type": "string",
            "description": "The provider's id of the batch"
          },
          "status": {
            "type": "string",
            "description": "The provider's word for the state of the batch"
          },
          "complete": {
            "type": "boolean",
            "description": "Whether nothing more will change"
          },
          "mock": {
            "type": ["boolean", "null"],
            "description": "Whether nothing was really sent"
          },
          "stats": {
            "type": ["object", "null"],
            "properties": {
              "total": {
                "type": ["integer", "null"],
                "description": "All messages"
              },
              "recipients": {
                "type": ["integer", "null"],
                "description": "People that messages go to"
              },
              "attempts": {
                "type": ["integer", "null"],
                "description": "Attempts to send"
              },
              "unaddressable": {
                "type": ["integer", "null"],
                "description": "Messages without a usable address"
              },
              "queued": {
                "type": ["integer", "null"],
                "description": "Messages that wait"
              },
              "sent": {
                "type": ["integer", "null"],
                "description": "Messages that left"
              },
              "scheduled": {
                "type": ["integer", "null"],
                "description": "Messages that wait for their time"
              },
              "delivered": {
                "type": ["integer", "null"],
                "description": "Messages that arrived"
              },
              "read": {
                "type": ["integer", "null"],
                "description": "Messages that were read"
              },
              "undelivered": {
                "type": ["integer", "null"],
                "description": "Messages that did not arrive"
              },
              "failed": {
                "type": ["integer", "null"],
                "description": "Messages that could not be sent"
              },
              "canceled": {
                "type": ["integer", "null"],
                "description": "Messages that were called back"
              }
            },
            "description": "How many messages are in which state"
          },
          "messages": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "address": {
                  "type": "string",
                  "description": "Where the message went"
                },
                "status": {
                  "type": "string",
                  "description": "The provider's word for its state"
                },
                "messageId": {
                  "type": ["string", "null"],
                  "description": "The message's id"
                },
                "errorCode": {
                  "type": ["string", "integer", "null"],
                  "description": "The provider's code of what went wrong"
                },
                "errorMessage": {
                  "type": ["string", "null"],
                  "description": "What went wrong"
                }
              },
              "required": ["address", "status"]
            },
            "description": "The state of each message that is known"
          },
          "next_offset": {
            "type": ["integer", "null"],
            "description": "Offset of the next messages; absent with the last ones"
          }
        },
        "required": ["externalChunkId", "status", "complete", "messages"]
      },
      "timeout": 10000
    },
    {
      "name": "start_whatsapp_batch",
      "label": "Send to many",
      "description": "Send a template to a list of people, one a line",
      "inputSchema": {
        "type": "object",
        "properties": {
          "phone_number_id": {
            "type": "string",
            "description": "The number that writes: its id at Meta"
          },
          "template_id": {
            "type": "string",
            "description": "An approved one: its id at Meta"
          },
          "recipients": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "minItems": 1,
            "maxItems": 1000,
            "description": "The phone number, then a value for each variable, with semicolons between them."
          }
        },
        "required": ["phone_number_id", "template_id", "recipients"],
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "message_batch",
            "description": "The batch's record"
          }
        },
        "required": ["id"]
      },
      "timeout": 60000,
      "completionHints": {
        "idempotent": false
      }
    },
    {
      "name": "fetch_message_batch",
      "label": "Batch",
      "description": "How many messages of a batch are in which state",
      "inputSchema": {
        "type": "object",
        "properties": {
          "batch_id": {
            "type": "string",
            "description": "The batch's record"
          }
        },
        "required": ["batch_id"],
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "what": {
            "type": "string",
            "description": "What is sent"
          },
          "total": {
            "type": "integer",
            "description": "All messages"
          },
          "queued": {
            "type": "integer",
            "description": "Messages that wait"
          },
          "sent": {
            "type": "integer",
            "description": "Messages that left and did not arrive yet"
          },
          "delivered": {
            "type": "integer",
            "description": "Messages that arrived and were not read yet"
          },
          "read": {
            "type": "integer",
            "description": "Messages that were read"
          },
          "failed": {
            "type": "integer",
            "description": "Messages that could not be sent or did not arrive"
          },
          "unknown": {
            "type": "integer",
            "description": "Messages of which it is not known whether they left"
          }
        },
        "required": ["what", "total", "queued", "sent", "delivered", "read", "failed", "unknown"]
      },
      "timeout": 10000
    },
    {
      "name": "list_batch_messages",
      "label": "Messages of a batch",
      "description": "How each message of a batch fares",
      "inputSchema": {
        "type": "object",
        "properties": {
          "batch_id": {
            "type": "string",
            "description": "The batch's record"
          }
        },
        "required": ["batch_id"],
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "address": {
                  "type": "string",
                  "description": "Who it goes to"
                },
                "status": {
                  "type": "string",
                  "examples": ["QUEUED", "SENT", "DELIVERED", "READ", "FAILED", "UNKNOWN"],
                  "description": "How it fares"
                },
                "reason": {
                  "type": ["string", "null"],
                  "description": "Why it failed"
                }
              },
              "required": ["address", "status"]
            }
          }
        },
        "required": ["items"]
      },
      "timeout": 10000
    },
    {
      "name": "fetch_registered_wa_business_numbers",
      "label": "Registered WhatsApp Numbers",
      "description": "List phone numbers from the connected WABA",
      "inputSchema": {
        "type": "object",
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "id": {
                  "type": "string",
                  "description": "Graph API phone number ID"
                },
                "display_phone_number": {
                  "type": "string",
                  "description": "Phone number (E.164 format)"
                },
                "verified_name": {
                  "type": ["string", "null"],
                  "description": "Business name that Meta has verified for the number"
                },
                "quality_rating": {
                  "type": "string",
                  "examples": ["GREEN", "YELLOW", "RED", "UNKNOWN"],
                  "description": "Meta quality rating"
                },
                "channel_id": {
                  "type": ["string", "null"],
                  "description": "Channel of this number once it has been added"
                }
              },
              "required": ["id", "display_phone_number", "quality_rating"]
            }
          }
        },
        "required": ["items"]
      },
      "timeout": 10000
    },
    {
      "name": "add_whatsapp_number",
      "label": "Add WhatsApp Number",
      "description": "Add a WhatsApp number to the installation",
      "inputSchema": {
        "type": "object",
        "properties": {
          "phone_number_id": {
            "type": "string",
            "description": "Of the connected WhatsApp account: its id at Meta"
          },
          "name": {
            "type": ["string", "null"],
            "maxLength": 80,
            "description": "Friendly name for the phone number"
          }
        },
        "required": ["phone_number_id"],
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_phone_number",
            "description": "The number's record"
          },
          "phone": {
            "type": "string",
            "description": "Phone number (E.164 format)"
          }
        },
        "required": ["id", "phone"]
      },
      "timeout": 30000,
      "completionHints": {
        "idempotent": true
      }
    },
    {
      "name": "send_messenger",
      "label": "Send Messenger",
      "description": "Send a Messenger message to somebody who wrote to a page",
      "inputSchema": {
        "type": "object",
        "properties": {
          "channel": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string",
                "description": "The channel's id"
              },
              "handle": {
                "type": "string",
                "description": "The channel's handle in the manifest"
              },
              "identifierValue": {
                "type": "string",
                "description": "What identifies the channel"
              }
            },
            "required": ["id", "handle", "identifierValue"],
            "additionalProperties": false,
            "description": "The channel to send over"
          },
          "subscription": {
            "type": ["object", "null"],
            "properties": {
              "id": {
                "type": "string",
                "description": "The subscription's id"
              },
              "identifierValue": {
                "type": "string",
                "description": "The person's address"
              }
            },
            "required": ["id", "identifierValue"],
            "additionalProperties": false,
            "description": "The subscription that the message answers"
          },
          "contact": {
            "type": ["object", "null"],
            "properties": {
              "id": {
                "type": "string",
                "description": "The contact's id"
              },
              "name": {
                "type": ["string", "null"],
                "description": "The contact's name"
              }
            },
            "required": ["id"],
            "additionalProperties": false,
            "description": "The contact that the message is for"
          },
          "recipient": {
            "type": ["object", "null"],
            "properties": {
              "address": {
                "type": "string",
                "description": "The address"
              },
              "name": {
                "type": ["string", "null"],
                "description": "The recipient's name"
              },
              "participantId": {
                "type": ["string", "null"],
                "description": "The participant's id"
              },
              "contactId": {
                "type": ["string", "null"],
                "description": "The contact's id"
              }
            },
            "required": ["address"],
            "additionalProperties": false,
            "description": "Where the message goes"
          },
          "message": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string",
                "description": "The message's id; the key under which a send happens once"
              },
              "content": {
                "type": "string",
                "description": "The text"
              },
              "contentRaw": {
                "type": ["string", "null"],
                "description": "The text with its markup"
              },
              "title": {
                "type": ["string", "null"],
                "description": "The subject"
              },
              "attachments": {
                "type": ["array", "null"],
                "items": {
                  "type": "object",
                  "properties": {
                    "filename": {
                      "type": "string",
                      "description": "The file's name"
                    },
                    "url": {
                      "type": "string",
                      "description": "Where the file can be fetched"
                    },
                    "mimeType": {
                      "type": "string",
                      "description": "The file's MIME type"
                    },
                    "size": {
                      "type": "integer",
                      "description": "The file's size in bytes"
                    },
                    "fileId": {
                      "type": ["string", "null"],
                      "description": "The file as the platform keeps it"
                    },
                    "reference": {
                      "type": ["string", "null"],
                      "description": "The provider's id of the file once it has been handed over"
                    }
                  },
                  "required": ["filename", "url", "mimeType", "size"],
                  "additionalProperties": false
                },
                "description": "Files that go with the message"
              }
            },
            "required": ["id", "content"],
            "additionalProperties": false,
            "description": "The message itself"
          },
          "rich": {
            "anyOf": [
              {
                "type": "object",
                "oneOf": [
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "image"
                      },
                      "attachment_id": {
                        "type": ["string", "null"],
                        "description": "Id of an uploaded file"
                      },
                      "url": {
                        "type": ["string", "null"],
                        "description": "https address of a file"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A file that was uploaded for reuse, or one that Meta fetches."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "audio"
                      },
                      "attachment_id": {
                        "type": ["string", "null"],
                        "description": "Id of an uploaded file"
                      },
                      "url": {
                        "type": ["string", "null"],
                        "description": "https address of a file"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A file that was uploaded for reuse, or one that Meta fetches."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "video"
                      },
                      "attachment_id": {
                        "type": ["string", "null"],
                        "description": "Id of an uploaded file"
                      },
                      "url": {
                        "type": ["string", "null"],
                        "description": "https address of a file"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A file that was uploaded for reuse, or one that Meta fetches."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "file"
                      },
                      "attachment_id": {
                        "type": ["string", "null"],
                        "description": "Id of an uploaded file"
                      },
                      "url": {
                        "type": ["string", "null"],
                        "description": "https address of a file"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A file that was uploaded for reuse, or one that Meta fetches."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "sticker"
                      },
                      "sticker_id": {
                        "type": ["string", "null"],
                        "description": "Id in the catalogue, of Messenger"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A sticker of Messenger's catalogue, or the heart of Instagram."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "post"
                      },
                      "post_id": {
                        "type": "string",
                        "description": "Id of the post"
                      }
                    },
                    "required": ["type", "post_id"],
                    "additionalProperties": false,
                    "description": "A post of the Instagram account itself."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "quick_replies"
                      },
                      "quick_replies": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "properties": {
                            "kind": {
                              "type": "string",
                              "enum": ["TEXT", "PHONE_NUMBER", "EMAIL"],
                              "description": "What it offers",
                              "default": "TEXT"
                            },
                            "title": {
                              "type": ["string", "null"],
                              "description": "What is on it"
                            },
                            "payload": {
                              "type": ["string", "null"],
                              "description": "Comes back with the answer"
                            },
                            "image_url": {
                              "type": ["string", "null"],
                              "description": "A small picture"
                            }
                          },
                          "additionalProperties": false
                        },
                        "description": "The answers"
                      }
                    },
                    "required": ["type", "quick_replies"],
                    "additionalProperties": false,
                    "description": "The text of the message with answers to press."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "buttons"
                      },
                      "buttons": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "oneOf": [
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "postback"
                                },
                                "title": {
                                  "type": "string",
                                  "description": "What is on it"
                                },
                                "payload": {
                                  "type": "string",
                                  "description": "Comes back"
                                }
                              },
                              "required": ["type", "title", "payload"],
                              "additionalProperties": false,
                              "description": "A button whose press comes back."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "link"
                                },
                                "title": {
                                  "type": "string",
                                  "description": "What is on it"
                                },
                                "url": {
                                  "type": "string",
                                  "description": "What it opens"
                                }
                              },
                              "required": ["type", "title", "url"],
                              "additionalProperties": false,
                              "description": "A button that opens an address."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "call"
                                },
                                "title": {
                                  "type": "string",
                                  "description": "What is on it"
                                },
                                "number": {
                                  "type": "string",
                                  "description": "With + and the country"
                                }
                              },
                              "required": ["type", "title", "number"],
                              "additionalProperties": false,
                              "description": "A button that calls a number."
                            }
                          ],
                          "discriminator": {
                            "propertyName": "type"
                          }
                        },
                        "description": "The buttons"
                      }
                    },
                    "required": ["type", "buttons"],
                    "additionalProperties": false,
                    "description": "The text of the message with one to three buttons."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "cards"
                      },
                      "cards": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "properties": {
                            "title": {
                              "type": "string",
                              "description": "Its heading"
                            },
                            "subtitle": {
                              "type": ["string", "null"],
                              "description": "A second line"
                            },
                            "image_url": {
                              "type": ["string", "null"],
                              "description": "A picture"
                            },
                            "url": {
                              "type": ["string", "null"],
                              "description": "What it opens"
                            },
                            "buttons": {
                              "type": "array",
                              "items": {
                                "type": "object",
                                "oneOf": [
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "postback"
                                      },
                                      "title": {
                                        "type": "string",
                                        "description": "What is on it"
                                      },
                                      "payload": {
                                        "type": "string",
                                        "description": "Comes back"
                                      }
                                    },
                                    "required": ["type", "title", "payload"],
                                    "additionalProperties": false,
                                    "description": "A button whose press comes back."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "link"
                                      },
                                      "title": {
                                        "type": "string",
                                        "description": "What is on it"
                                      },
                                      "url": {
                                        "type": "string",
                                        "description": "What it opens"
                                      }
                                    },
                                    "required": ["type", "title", "url"],
                                    "additionalProperties": false,
                                    "description": "A button that opens an address."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "call"
                                      },
                                      "title": {
                                        "type": "string",
                                        "description": "What is on it"
                                      },
                                      "number": {
                                        "type": "string",
                                        "description": "With + and the country"
                                      }
                                    },
                                    "required": ["type", "title", "number"],
                                    "additionalProperties": false,
                                    "description": "A button that calls a number."
                                  }
                                ],
                                "discriminator": {
                                  "propertyName": "type"
                                }
                              },
                              "description": "Its buttons",
                              "default": []
                            }
                          },
                          "required": ["title"],
                          "additionalProperties": false
                        },
                        "description": "The cards"
                      }
                    },
                    "required": ["type", "cards"],
                    "additionalProperties": false,
                    "description": "Cards beside each other."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "reaction"
                      },
                      "message_id": {
                        "type": "string",
                        "description": "Meta's id of the message"
                      },
                      "emoji": {
                        "type": ["string", "null"],
                        "description": "One emoji; without it the reaction is taken back"
                      }
                    },
                    "required": ["type", "message_id"],
                    "additionalProperties": false,
                    "description": "An emoji on a message."
                  }
                ],
                "discriminator": {
                  "propertyName": "type"
                }
              },
              {
                "type": "null"
              }
            ],
            "description": "More than text"
          },
          "reply_to": {
            "type": ["string", "null"],
            "description": "Meta's id of the message that this one answers"
          },
          "reason": {
            "type": "string",
            "enum": ["RESPONSE", "UPDATE", "HUMAN_AGENT"],
            "description": "HUMAN_AGENT: a person answers within seven days",
            "default": "RESPONSE"
          },
          "comment_id": {
            "type": ["string", "null"],
            "description": "Meta's id of a comment of theirs, to be answered in private: once, within seven days"
          }
        },
        "required": ["channel", "message"],
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "status": {
            "type": "string",
            "examples": ["sent", "queued", "failed"],
            "description": "What became of the message"
          },
          "remoteId": {
            "type": ["string", "null"],
            "description": "The provider's id of the message"
          }
        },
        "required": ["status"]
      },
      "timeout": 10000,
      "completionHints": {
        "idempotent": true
      }
    },
    {
      "name": "send_instagram",
      "label": "Send Instagram",
      "description": "Send an Instagram direct message to somebody who wrote first",
      "inputSchema": {
        "type": "object",
        "properties": {
          "channel": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string",
                "description": "The channel's id"
              },
              "handle": {
                "type": "string",
                "description": "The channel's handle in the manifest"
              },
              "identifierValue": {
                "type": "string",
                "description": "What identifies the channel"
              }
            },
            "required": ["id", "handle", "identifierValue"],
            "additionalProperties": false,
            "description": "The channel to send over"
          },
          "subscription": {
            "type": ["object", "null"],
            "properties": {
              "id": {
                "type": "string",
                "description": "The subscription's id"
              },
              "identifierValue": {
                "type": "string",
                "description": "The person's address"
              }
            },
            "required": ["id", "identifierValue"],
            "additionalProperties": false,
            "description": "The subscription that the message answers"
          },
          "contact": {
            "type": ["object", "null"],
            "properties": {
              "id": {
                "type": "string",
                "description": "The contact's id"
              },
              "name": {
                "type": ["string", "null"],
                "description": "The contact's name"
              }
            },
            "required": ["id"],
            "additionalProperties": false,
            "description": "The contact that the message is for"
          },
          "recipient": {
            "type": ["object", "null"],
            "properties": {
              "address": {
                "type": "string",
                "description": "The address"
              },
              "name": {
                "type": ["string", "null"],
                "description": "The recipient's name"
              },
              "participantId": {
                "type": ["string", "null"],
                "description": "The participant's id"
              },
              "contactId": {
                "type": ["string", "null"],
                "description": "The contact's id"
              }
            },
            "required": ["address"],
            "additionalProperties": false,
            "description": "Where the message goes"
          },
          "message": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string",
                "description": "The message's id; the key under which a send happens once"
              },
              "content": {
                "type": "string",
                "description": "The text"
              },
              "contentRaw": {
                "type": ["string", "null"],
                "description": "The text with its markup"
              },
              "title": {
                "type": ["string", "null"],
                "description": "The subject"
              },
              "attachments": {
                "type": ["array", "null"],
                "items": {
                  "type": "object",
                  "properties": {
                    "filename": {
                      "type": "string",
                      "description": "The file's name"
                    },
                    "url": {
                      "type": "string",
                      "description": "Where the file can be fetched"
                    },
                    "mimeType": {
                      "type": "string",
                      "description": "The file's MIME type"
                    },
                    "size": {
                      "type": "integer",
                      "description": "The file's size in bytes"
                    },
                    "fileId": {
                      "type": ["string", "null"],
                      "description": "The file as the platform keeps it"
                    },
                    "reference": {
                      "type": ["string", "null"],
                      "description": "The provider's id of the file once it has been handed over"
                    }
                  },
                  "required": ["filename", "url", "mimeType", "size"],
                  "additionalProperties": false
                },
                "description": "Files that go with the message"
              }
            },
            "required": ["id", "content"],
            "additionalProperties": false,
            "description": "The message itself"
          },
          "rich": {
            "anyOf": [
              {
                "type": "object",
                "oneOf": [
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "image"
                      },
                      "attachment_id": {
                        "type": ["string", "null"],
                        "description": "Id of an uploaded file"
                      },
                      "url": {
                        "type": ["string", "null"],
                        "description": "https address of a file"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A file that was uploaded for reuse, or one that Meta fetches."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "audio"
                      },
                      "attachment_id": {
                        "type": ["string", "null"],
                        "description": "Id of an uploaded file"
                      },
                      "url": {
                        "type": ["string", "null"],
                        "description": "https address of a file"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A file that was uploaded for reuse, or one that Meta fetches."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "video"
                      },
                      "attachment_id": {
                        "type": ["string", "null"],
                        "description": "Id of an uploaded file"
                      },
                      "url": {
                        "type": ["string", "null"],
                        "description": "https address of a file"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A file that was uploaded for reuse, or one that Meta fetches."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "file"
                      },
                      "attachment_id": {
                        "type": ["string", "null"],
                        "description": "Id of an uploaded file"
                      },
                      "url": {
                        "type": ["string", "null"],
                        "description": "https address of a file"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A file that was uploaded for reuse, or one that Meta fetches."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "sticker"
                      },
                      "sticker_id": {
                        "type": ["string", "null"],
                        "description": "Id in the catalogue, of Messenger"
                      }
                    },
                    "required": ["type"],
                    "additionalProperties": false,
                    "description": "A sticker of Messenger's catalogue, or the heart of Instagram."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "post"
                      },
                      "post_id": {
                        "type": "string",
                        "description": "Id of the post"
                      }
                    },
                    "required": ["type", "post_id"],
                    "additionalProperties": false,
                    "description": "A post of the Instagram account itself."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "quick_replies"
                      },
                      "quick_replies": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "properties": {
                            "kind": {
                              "type": "string",
                              "enum": ["TEXT", "PHONE_NUMBER", "EMAIL"],
                              "description": "What it offers",
                              "default": "TEXT"
                            },
                            "title": {
                              "type": ["string", "null"],
                              "description": "What is on it"
                            },
                            "payload": {
                              "type": ["string", "null"],
                              "description": "Comes back with the answer"
                            },
                            "image_url": {
                              "type": ["string", "null"],
                              "description": "A small picture"
                            }
                          },
                          "additionalProperties": false
                        },
                        "description": "The answers"
                      }
                    },
                    "required": ["type", "quick_replies"],
                    "additionalProperties": false,
                    "description": "The text of the message with answers to press."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "buttons"
                      },
                      "buttons": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "oneOf": [
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "postback"
                                },
                                "title": {
                                  "type": "string",
                                  "description": "What is on it"
                                },
                                "payload": {
                                  "type": "string",
                                  "description": "Comes back"
                                }
                              },
                              "required": ["type", "title", "payload"],
                              "additionalProperties": false,
                              "description": "A button whose press comes back."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "link"
                                },
                                "title": {
                                  "type": "string",
                                  "description": "What is on it"
                                },
                                "url": {
                                  "type": "string",
                                  "description": "What it opens"
                                }
                              },
                              "required": ["type", "title", "url"],
                              "additionalProperties": false,
                              "description": "A button that opens an address."
                            },
                            {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "call"
                                },
                                "title": {
                                  "type": "string",
                                  "description": "What is on it"
                                },
                                "number": {
                                  "type": "string",
                                  "description": "With + and the country"
                                }
                              },
                              "required": ["type", "title", "number"],
                              "additionalProperties": false,
                              "description": "A button that calls a number."
                            }
                          ],
                          "discriminator": {
                            "propertyName": "type"
                          }
                        },
                        "description": "The buttons"
                      }
                    },
                    "required": ["type", "buttons"],
                    "additionalProperties": false,
                    "description": "The text of the message with one to three buttons."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "cards"
                      },
                      "cards": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "properties": {
                            "title": {
                              "type": "string",
                              "description": "Its heading"
                            },
                            "subtitle": {
                              "type": ["string", "null"],
                              "description": "A second line"
                            },
                            "image_url": {
                              "type": ["string", "null"],
                              "description": "A picture"
                            },
                            "url": {
                              "type": ["string", "null"],
                              "description": "What it opens"
                            },
                            "buttons": {
                              "type": "array",
                              "items": {
                                "type": "object",
                                "oneOf": [
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "postback"
                                      },
                                      "title": {
                                        "type": "string",
                                        "description": "What is on it"
                                      },
                                      "payload": {
                                        "type": "string",
                                        "description": "Comes back"
                                      }
                                    },
                                    "required": ["type", "title", "payload"],
                                    "additionalProperties": false,
                                    "description": "A button whose press comes back."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "link"
                                      },
                                      "title": {
                                        "type": "string",
                                        "description": "What is on it"
                                      },
                                      "url": {
                                        "type": "string",
                                        "description": "What it opens"
                                      }
                                    },
                                    "required": ["type", "title", "url"],
                                    "additionalProperties": false,
                                    "description": "A button that opens an address."
                                  },
                                  {
                                    "type": "object",
                                    "properties": {
                                      "type": {
                                        "const": "call"
                                      },
                                      "title": {
                                        "type": "string",
                                        "description": "What is on it"
                                      },
                                      "number": {
                                        "type": "string",
                                        "description": "With + and the country"
                                      }
                                    },
                                    "required": ["type", "title", "number"],
                                    "additionalProperties": false,
                                    "description": "A button that calls a number."
                                  }
                                ],
                                "discriminator": {
                                  "propertyName": "type"
                                }
                              },
                              "description": "Its buttons",
                              "default": []
                            }
                          },
                          "required": ["title"],
                          "additionalProperties": false
                        },
                        "description": "The cards"
                      }
                    },
                    "required": ["type", "cards"],
                    "additionalProperties": false,
                    "description": "Cards beside each other."
                  },
                  {
                    "type": "object",
                    "properties": {
                      "type": {
                        "const": "reaction"
                      },
                      "message_id": {
                        "type": "string",
                        "description": "Meta's id of the message"
                      },
                      "emoji": {
                        "type": ["string", "null"],
                        "description": "One emoji; without it the reaction is taken back"
                      }
                    },
                    "required": ["type", "message_id"],
                    "additionalProperties": false,
                    "description": "An emoji on a message."
                  }
                ],
                "discriminator": {
                  "propertyName": "type"
                }
              },
              {
                "type": "null"
              }
            ],
            "description": "More than text"
          },
          "reply_to": {
            "type": ["string", "null"],
            "description": "Meta's id of the message that this one answers"
          },
          "reason": {
            "type": "string",
            "enum": ["RESPONSE", "UPDATE", "HUMAN_AGENT"],
            "description": "HUMAN_AGENT: a person answers within seven days",
            "default": "RESPONSE"
          },
          "comment_id": {
            "type": ["string", "null"],
            "description": "Meta's id of a comment of theirs, to be answered in private: once, within seven days"
          }
        },
        "required": ["channel", "message"],
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "status": {
            "type": "string",
            "examples": ["sent", "queued", "failed"],
            "description": "What became of the message"
          },
          "remoteId": {
            "type": ["string", "null"],
            "description": "The provider's id of the message"
          }
        },
        "required": ["status"]
      },
      "timeout": 10000,
      "completionHints": {
        "idempotent": true
      }
    },
    {
      "name": "show_presence",
      "label": "Show presence",
      "description": "Show the counterpart that their message was read, or that an answer is being written",
      "inputSchema": {
        "type": "object",
        "properties": {
          "channel_id": {
            "type": "string",
            "description": "The channel's id"
          },
          "address": {
            "type": "string",
            "description": "The counterpart's address"
          },
          "presence": {
            "type": "string",
            "enum": ["READ", "TYPING", "TYPING_ENDED"],
            "description": "What is shown"
          },
          "message_id": {
            "type": ["string", "null"],
            "description": "Meta's id of their message; needed on WhatsApp"
          }
        },
        "required": ["channel_id", "address", "presence"],
        "additionalProperties": false
      },
      "timeout": 10000,
      "completionHints": {
        "idempotent": true
      }
    },
    {
      "name": "react_to_message",
      "label": "React",
      "description": "Put an emoji on a message, or take it back",
      "inputSchema": {
        "type": "object",
        "properties": {
          "channel": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string",
                "description": "The channel's id"
              },
              "handle": {
                "type": "string",
                "description": "The channel's handle in the manifest"
              },
              "identifierValue": {
                "type": "string",
                "description": "What identifies the channel"
              }
            },
            "required": ["id", "handle", "identifierValue"],
            "additionalProperties": false,
            "description": "The channel of the message"
          },
          "recipient": {
            "type": "object",
            "properties": {
              "address": {
                "type": "string",
                "description": "The address"
              },
              "name": {
                "type": ["string", "null"],
                "description": "The recipient's name"
              },
              "participantId": {
                "type": ["string", "null"],
                "description": "The participant's id"
              },
              "contactId": {
                "type": ["string", "null"],
                "description": "The contact's id"
              }
            },
            "required": ["address"],
            "additionalProperties": false,
            "description": "Who the conversation is with"
          },
          "messageId": {
            "type": "string",
            "description": "The provider's id of the message"
          },
          "emoji": {
            "type": ["string", "null"],
            "description": "The emoji; without one the reaction is taken back"
          }
        },
        "required": ["channel", "recipient", "messageId"],
        "additionalProperties": false
      },
      "timeout": 10000,
      "completionHints": {
        "idempotent": true
      }
    },
    {
      "name": "list_whatsapp_template_offers",
      "label": "Templates to send",
      "description": "List the approved templates that have nothing to fill in but their text",
      "inputSchema": {
        "type": "object",
        "properties": {
          "channel": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string",
                "description": "The channel's id"
              },
              "handle": {
                "type": "string",
                "description": "The channel's handle in the manifest"
              },
              "identifierValue": {
                "type": "string",
                "description": "What identifies the channel"
              }
            },
            "required": ["id", "handle", "identifierValue"],
            "additionalProperties": false,
            "description": "The channel that they are sent over"
          }
        },
        "required": ["channel"],
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "id": {
                  "type": "string",
                  "description": "By which it is sent"
                },
                "name": {
                  "type": "string",
                  "description": "What people read in the list"
                },
                "language": {
                  "type": ["string", "null"],
                  "description": "The language of the text"
                },
                "text": {
                  "type": "string",
                  "description": "The text; a variable stands in it as {{name}}"
                },
                "variables": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {
                      "name": {
                        "type": "string",
                        "description": "The name, as it stands in the text"
                      },
                      "label": {
                        "type": ["string", "null"],
                        "description": "What people read beside the input"
                      },
                      "example": {
                        "type": ["string", "null"],
                        "description": "A value that it could have"
                      }
                    },
                    "required": ["name"]
                  },
                  "description": "What is filled in"
                }
              },
              "required": ["id", "name", "text", "variables"]
            }
          }
        },
        "required": ["items"]
      },
      "timeout": 20000
    },
    {
      "name": "upload_attachment",
      "label": "Upload attachment",
      "description": "Upload a file for a message over WhatsApp or Messenger",
      "inputSchema": {
        "type": "object",
        "properties": {
          "channel": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string",
                "description": "The channel's id"
              },
              "handle": {
                "type": "string",
                "description": "The channel's handle in the manifest"
              },
              "identifierValue": {
                "type": "string",
                "description": "What identifies the channel"
              }
            },
            "required": ["id", "handle", "identifierValue"],
            "additionalProperties": false,
            "description": "The channel of the message"
          },
          "file": {
            "type": "string",
            "x-file": true,
            "description": "The file"
          }
        },
        "required": ["channel", "file"],
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "reference": {
            "type": "string",
            "description": "The provider's id of the file"
          }
        },
        "required": ["reference"]
      },
      "timeout": 300000,
      "completionHints": {
        "idempotent": false
      }
    },
    {
      "name": "upload_whatsapp_media",
      "label": "Upload to WhatsApp",
      "description": "Upload a file for messages of a number; good for 30 days",
      "inputSchema": {
        "type": "object",
        "properties": {
          "phone_number_id": {
            "type": "string",
            "description": "Meta phone number ID"
          },
          "file": {
            "type": "string",
            "x-file": true,
            "description": "The file"
          }
        },
        "required": ["phone_number_id", "file"],
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "media_id": {
            "type": "string",
            "description": "Meta's id of the file"
          }
        },
        "required": ["media_id"]
      },
      "timeout": 60000,
      "completionHints": {
        "idempotent": false
      }
    },
    {
      "name": "fetch_connection",
      "label": "Connection",
      "description": "What Meta says now about the connection of this workplace",
      "inputSchema": {
        "type": "object",
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "status": {
            "type": "string",
            "examples": ["PENDING", "CONNECTED", "ERROR"],
            "description": "Connection status"
          },
          "business_name": {
            "type": ["string", "null"],
            "description": "Business name from Meta"
          },
          "waba_id": {
            "type": ["string", "null"],
            "description": "WhatsApp Business Account ID"
          },
          "granted_scopes": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Permissions that were granted"
          },
          "missing_scopes": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Permissions that were not granted"
          },
          "token_expires_at": {
            "type": ["string", "null"],
            "format": "date-time",
            "description": "When Meta stops to accept the connection"
          },
          "subscribed": {
            "type": "boolean",
            "description": "Whether the account's webhooks come here"
          }
        },
        "required": ["status", "granted_scopes", "missing_scopes", "subscribed"]
      },
      "timeout": 20000
    },
    {
      "name": "fetch_whatsapp_accounts",
      "label": "WhatsApp accounts",
      "description": "List the WhatsApp Business Accounts of all businesses of the connected person",
      "inputSchema": {
        "type": "object",
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "waba_id": {
                  "type": "string",
                  "description": "WhatsApp Business Account ID"
                },
                "name": {
                  "type": ["string", "null"],
                  "description": "Name of the account"
                },
                "business_id": {
                  "type": ["string", "null"],
                  "description": "Business portfolio that it belongs to"
                },
                "business_name": {
                  "type": ["string", "null"],
                  "description": "Name of the business"
                },
                "is_chosen": {
                  "type": "boolean",
                  "description": "Whether this workplace uses it"
                }
              },
              "required": ["waba_id", "is_chosen"]
            }
          }
        },
        "required": ["items"]
      },
      "timeout": 20000
    },
    {
      "name": "choose_whatsapp_account",
      "label": "Use account",
      "description": "Use another WhatsApp Business Account in this workplace",
      "inputSchema": {
        "type": "object",
        "properties": {
          "waba_id": {
            "type": "string",
            "description": "WhatsApp Business Account ID"
          }
        },
        "required": ["waba_id"],
        "additionalProperties": false
      },
      "timeout": 30000,
      "completionHints": {
        "idempotent": true
      }
    },
    {
      "name": "refresh_whatsapp_numbers",
      "label": "Refresh",
      "description": "Ask Meta for the state of all added numbers",
      "inputSchema": {
        "type": "object",
        "additionalProperties": false
      },
      "timeout": 30000,
      "completionHints": {
        "idempotent": true
      }
    },
    {
      "name": "remove_whatsapp_number",
      "label": "Remove number",
      "description": "Remove a WhatsApp number from this workplace; at Meta it stays as it is",
      "inputSchema": {
        "type": "object",
        "properties": {
          "phone_number_id": {
            "type": "string",
            "description": "Meta phone number ID"
          }
        },
        "required": ["phone_number_id"],
        "additionalProperties": false
      },
      "timeout": 10000,
      "completionHints": {
        "idempotent": true
      }
    },
    {
      "name": "request_number_code",
      "label": "Send code",
      "description": "Have Meta send a confirmation code to a number",
      "inputSchema": {
        "type": "object",
        "properties": {
          "phone_number_id": {
            "type": "string",
            "description": "Meta phone number ID"
          },
          "method": {
            "type": "string",
            "enum": ["SMS", "VOICE"],
            "description": "How the code comes",
            "default": "SMS"
          },
          "language": {
            "type": "string",
            "description": "Language of the message, as en_US or sv",
            "default": "en_US"
          }
        },
        "required": ["phone_number_id"],
        "additionalProperties": false
      },
      "timeout": 10000,
      "completionHints": {
        "idempotent": false
      }
    },
    {
      "name": "verify_number_code",
      "label": "Confirm",
      "description": "Confirm a number with the code that it got",
      "inputSchema": {
        "type": "object",
        "properties": {
          "phone_number_id": {
            "type": "string",
            "description": "Meta phone number ID"
          },
          "code": {
            "type": "string",
            "pattern": "^[0-9]{4,8}$",
            "description": "The code"
          }
        },
        "required": ["phone_number_id", "code"],
        "additionalProperties": false
      },
      "timeout": 10000,
      "completionHints": {
        "idempotent": false
      }
    },
    {
      "name": "register_number",
      "label": "Register",
      "description": "Register a confirmed number for sending, with its six-digit PIN",
      "inputSchema": {
        "type": "object",
        "properties": {
          "phone_number_id": {
            "type": "string",
            "description": "Meta phone number ID"
          },
          "pin": {
            "type": "string",
            "pattern": "^[0-9]{6}$",
            "description": "The number's PIN; a new one if it has none"
          }
        },
        "required": ["phone_number_id", "pin"],
        "additionalProperties": false
      },
      "timeout": 20000,
      "completionHints": {
        "idempotent": true
      }
    },
    {
      "name": "fetch_whatsapp_profile",
      "label": "Profile",
      "description": "Show what a WhatsApp number says of its business",
      "inputSchema": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "description": "The number's record"
          }
        },
        "required": ["id"],
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "about": {
            "type": ["string", "null"],
            "description": "A line"
          },
          "description": {
            "type": ["string", "null"],
            "description": "What the business does"
          },
          "address": {
            "type": ["string", "null"],
            "description": "Where it is"
          },
          "email": {
            "type": ["string", "null"],
            "description": "E-mail address"
          },
          "websites": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Web addresses"
          },
          "vertical": {
            "type": ["string", "null"],
            "examples": [
              "OTHER",
              "AUTO",
              "BEAUTY",
              "APPAREL",
              "EDU",
              "ENTERTAIN",
              "EVENT_PLAN",
              "FINANCE",
              "GROCERY",
              "GOVT",
              "HOTEL",
              "HEALTH",
              "NONPROFIT",
              "PROF_SERVICES",
              "RETAIL",
              "TRAVEL",
              "RESTAURANT"
            ],
            "description": "What kind of business it is"
          },
          "picture_url": {
            "type": ["string", "null"],
            "description": "Where its picture is"
          }
        },
        "required": ["websites"]
      },
      "timeout": 10000
    },
    {
      "name": "update_whatsapp_profile",
      "label": "Change profile",
      "description": "Change what a WhatsApp number says of its business; what is left out stays",
      "inputSchema": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "description": "The number's record"
          },
          "about": {
            "type": ["string", "null"],
            "description": "A line, of at most 139 characters"
          },
          "description": {
            "type": ["string", "null"],
            "description": "What the business does, in at most 512 characters"
          },
          "address": {
            "type": ["string", "null"],
            "description": "Where it is"
          },
          "email": {
            "type": ["string", "null"],
            "description": "E-mail address"
          },
          "website": {
            "type": ["string", "null"],
            "description": "Web address"
          },
          "website_2": {
            "type": ["string", "null"],
            "description": "Another web address"
          },
          "vertical": {
            "type": ["string", "null"],
            "enum": [
              "OTHER",
              "AUTO",
              "BEAUTY",
              "APPAREL",
              "EDU",
              "ENTERTAIN",
              "EVENT_PLAN",
              "FINANCE",
              "GROCERY",
              "GOVT",
              "HOTEL",
              "HEALTH",
              "NONPROFIT",
              "PROF_SERVICES",
              "RETAIL",
              "TRAVEL",
              "RESTAURANT",
              null
            ],
            "description": "What kind of business it is"
          }
        },
        "required": ["id"],
        "additionalProperties": false
      },
      "timeout": 10000,
      "completionHints": {
        "idempotent": true
      }
    },
    {
      "name": "block_whatsapp_person",
      "label": "Block",
      "description": "Stop hearing somebody on a WhatsApp number who wrote to it within the last 24 hours",
      "inputSchema": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "description": "The number's record"
          },
          "address": {
            "type": "string",
            "description": "Whom: a phone number"
          }
        },
        "required": ["id", "address"],
        "additionalProperties": false
      },
      "timeout": 10000,
      "completionHints": {
        "idempotent": true
      }
    },
    {
      "name": "unblock_whatsapp_person",
      "label": "Unblock",
      "description": "Hear somebody on a WhatsApp number again",
      "inputSchema": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "description": "The number's record"
          },
          "address": {
            "type": "string",
            "description": "Whom: a phone number"
          }
        },
        "required": ["id", "address"],
        "additionalProperties": false
      },
      "timeout": 10000,
      "completionHints": {
        "idempotent": true
      }
    },
    {
      "name": "list_blocked_whatsapp_people",
      "label": "Blocked people",
      "description": "List who is blocked on a WhatsApp number, at most 1,000 of them",
      "inputSchema": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "description": "The number's record"
          }
        },
        "required": ["id"],
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "address": {
                  "type": "string",
                  "description": "Their phone number"
                }
              },
              "required": ["address"]
            }
          }
        },
        "required": ["items"]
      },
      "timeout": 20000
    },
    {
      "name": "list_whatsapp_groups",
      "label": "WhatsApp groups",
      "description": "List the WhatsApp groups of the workplace's numbers, as they are known here",
      "inputSchema": {
        "type": "object",
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "id": {
                  "type": "string",
                  "x-model": "whatsapp_group",
                  "description": "Identifies the instance."
                },
                "reference": {
                  "type": "string",
                  "description": "Meta's id of the request that made it; of one that was found at Meta, the group's"
                },
                "group_id": {
                  "type": ["string", "null"],
                  "description": "Meta's id of the group; empty until it is made"
                },
                "phone_number_id": {
                  "type": "string",
                  "description": "Of the number that made it: its id at Meta"
                },
                "phone": {
                  "type": ["string", "null"],
                  "description": "The number that made it"
                },
                "subject": {
                  "type": ["string", "null"],
                  "description": "What the group is called in WhatsApp"
                },
                "description": {
                  "type": ["string", "null"],
                  "description": "What the group is for, as its people read it"
                },
                "status": {
                  "type": ["string", "null"],
                  "examples": ["CREATING", "ACTIVE", "SUSPENDED", "DELETED", "FAILED"],
                  "description": "Whether it can be written in",
                  "default": "CREATING"
                },
                "join_approval": {
                  "type": ["string", "null"],
                  "examples": ["AUTOMATIC", "APPROVAL"],
                  "description": "Who may come in by the invite link"
                },
                "invite_link": {
                  "type": ["string", "null"],
                  "format": "uri",
                  "description": "By which people join"
                },
                "participant_count": {
                  "type": ["integer", "null"],
                  "description": "People in the group besides the business"
                },
                "made_at": {
                  "type": ["string", "null"],
                  "format": "date-time",
                  "description": "When WhatsApp made it"
                },
                "notice": {
                  "type": ["string", "null"],
                  "description": "The last wish that was not fulfilled, and why"
                },
                "read_at": {
                  "type": ["string", "null"],
                  "format": "date-time",
                  "description": "When Meta was last asked for all about it"
                },
                "subject_at": {
                  "type": ["string", "null"],
                  "format": "date-time",
                  "description": "When the subject was last told to have changed"
                },
                "description_at": {
                  "type": ["string", "null"],
                  "format": "date-time",
                  "description": "When the description was last told to have changed"
                },
                "status_at": {
                  "type": ["string", "null"],
                  "format": "date-time",
                  "description": "When it was last suspended or released"
                },
                "name": {
                  "type": ["string", "null"],
                  "description": "What the workplace calls it"
                },
                "created_at": {
                  "type": "string",
                  "format": "date-time",
                  "description": "When the instance was created."
                },
                "updated_at": {
                  "type": "string",
                  "format": "date-time",
                  "description": "When the instance was last changed."
                },
                "refreshed_at": {
                  "type": "string",
                  "format": "date-time",
                  "description": "When the app last wrote the instance."
                }
              },
              "required": ["id", "reference", "phone_number_id", "created_at", "updated_at", "refreshed_at"]
            }
          }
        },
        "required": ["items"]
      },
      "timeout": 10000
    },
    {
      "name": "create_whatsapp_group",
      "label": "Create group",
      "description": "Have WhatsApp make a group of a number; people join it by its invite link, which comes when it is made",
      "inputSchema": {
        "type": "object",
        "properties": {
          "phone_number_id": {
            "type": "string",
            "description": "The number that makes it: its id at Meta"
          },
          "subject": {
            "type": "string",
            "description": "What the group is called, in at most 128 characters"
          },
          "description": {
            "type": ["string", "null"],
            "description": "What it is for, in at most 2048 characters"
          },
          "join_approval": {
            "type": "string",
            "enum": ["AUTOMATIC", "APPROVAL"],
            "description": "Who may come in by the invite link; this cannot be changed later",
            "default": "AUTOMATIC"
          },
          "name": {
            "type": ["string", "null"],
            "maxLength": 80,
            "description": "What the workplace calls it"
          }
        },
        "required": ["phone_number_id", "subject"],
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_group",
            "description": "The group's record"
          },
          "request_id": {
            "type": "string",
            "description": "Meta's id of the request"
          }
        },
        "required": ["id", "request_id"]
      },
      "timeout": 20000,
      "completionHints": {
        "idempotent": false
      }
    },
    {
      "name": "refresh_whatsapp_groups",
      "label": "Fetch groups",
      "description": "Ask Meta for the groups of all added numbers, and for all about a hundred of them, those first that were asked about longest ago",
      "inputSchema": {
        "type": "object",
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "read": {
            "type": "integer",
            "description": "About how many groups Meta was asked"
          },
          "left": {
            "type": "integer",
            "description": "How many there are besides; the next call goes on with them"
          }
        },
        "required": ["read", "left"]
      },
      "timeout": 60000,
      "completionHints": {
        "idempotent": true
      }
    },
    {
      "name": "refresh_whatsapp_group",
      "label": "Refresh",
      "description": "Ask Meta for all about one group",
      "inputSchema": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_group",
            "description": "The group's record"
          }
        },
        "required": ["id"],
        "additionalProperties": false
      },
      "timeout": 20000,
      "completionHints": {
        "idempotent": true
      }
    },
    {
      "name": "change_whatsapp_group",
      "label": "Change group",
      "description": "Give a group another subject or description; WhatsApp tells when it is done",
      "inputSchema": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_group",
            "description": "The group's record"
          },
          "subject": {
            "type": ["string", "null"],
            "description": "What the group is called, in at most 128 characters"
          },
          "description": {
            "type": ["string", "null"],
            "description": "What it is for, in at most 2048 characters"
          }
        },
        "required": ["id"],
        "additionalProperties": false
      },
      "timeout": 20000,
      "completionHints": {
        "idempotent": true
      }
    },
    {
      "name": "delete_whatsapp_group",
      "label": "Delete group",
      "description": "Delete a group at WhatsApp, for everybody in it",
      "inputSchema": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_group",
            "description": "The group's record"
          }
        },
        "required": ["id"],
        "additionalProperties": false
      },
      "timeout": 20000,
      "completionHints": {
        "idempotent": true
      }
    },
    {
      "name": "forget_whatsapp_group",
      "label": "Take off the list",
      "description": "Take a group that is deleted, or could not be made, off the list; its conversation stays",
      "inputSchema": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_group",
            "description": "The group's record"
          }
        },
        "required": ["id"],
        "additionalProperties": false
      },
      "timeout": 10000,
      "completionHints": {
        "idempotent": true
      }
    },
    {
      "name": "fetch_group_invite_link",
      "label": "Invite link",
      "description": "The link by which people join a group",
      "inputSchema": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_group",
            "description": "The group's record"
          }
        },
        "required": ["id"],
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "invite_link": {
            "type": "string",
            "description": "The link"
          }
        },
        "required": ["invite_link"]
      },
      "timeout": 20000,
      "completionHints": {
        "idempotent": true
      }
    },
    {
      "name": "reset_group_invite_link",
      "label": "Reset link",
      "description": "Make another invite link for a group; the one before works no longer",
      "inputSchema": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_group",
            "description": "The group's record"
          }
        },
        "required": ["id"],
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "invite_link": {
            "type": "string",
            "description": "The new link"
          }
        },
        "required": ["invite_link"]
      },
      "timeout": 20000,
      "completionHints": {
        "idempotent": false
      }
    },
    {
      "name": "list_group_participants",
      "label": "Participants",
      "description": "List who is in a group, as it is known here",
      "inputSchema": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_group",
            "description": "The group's record"
          }
        },
        "required": ["id"],
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "address": {
                  "type": "string",
                  "description": "Phone number, or how WhatsApp knows them"
                },
                "name": {
                  "type": ["string", "null"],
                  "description": "As they call themselves; known once they have written"
                }
              },
              "required": ["address"]
            }
          }
        },
        "required": ["items"]
      },
      "timeout": 10000
    },
    {
      "name": "remove_group_participants",
      "label": "Remove participants",
      "description": "Remove up to eight people from a group; WhatsApp tells when it is done",
      "inputSchema": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_group",
            "description": "The group's record"
          },
          "participants": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Their addresses, as list_group_participants gives them"
          }
        },
        "required": ["id", "participants"],
        "additionalProperties": false
      },
      "timeout": 20000,
      "completionHints": {
        "idempotent": true
      }
    },
    {
      "name": "list_group_join_requests",
      "label": "Join requests",
      "description": "List who asks to come into a group",
      "inputSchema": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_group",
            "description": "The group's record"
          }
        },
        "required": ["id"],
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "request_id": {
                  "type": "string",
                  "description": "Meta's id of the request"
                },
                "address": {
                  "type": "string",
                  "description": "Phone number, or how WhatsApp knows them"
                },
                "name": {
                  "type": ["string", "null"],
                  "description": "As they call themselves, if they are known"
                },
                "asked_at": {
                  "type": ["string", "null"],
                  "format": "date-time",
                  "description": "When they asked"
                }
              },
              "required": ["request_id", "address"]
            }
          }
        },
        "required": ["items"]
      },
      "timeout": 20000
    },
    {
      "name": "approve_group_join_requests",
      "label": "Let in",
      "description": "Let people into a group who asked; each request succeeds or fails for itself",
      "inputSchema": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_group",
            "description": "The group's record"
          },
          "request_ids": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "minItems": 1,
            "maxItems": 100,
            "description": "Meta's ids of the requests"
          }
        },
        "required": ["id", "request_ids"],
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "decided": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Requests that were approved"
          },
          "failed": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "request_id": {
                  "type": "string",
                  "description": "Meta's id of the request"
                },
                "reason": {
                  "type": "string",
                  "description": "Why not"
                }
              },
              "required": ["request_id", "reason"]
            },
            "description": "Requests that were not"
          }
        },
        "required": ["decided", "failed"]
      },
      "timeout": 20000,
      "completionHints": {
        "idempotent": false
      }
    },
    {
      "name": "reject_group_join_requests",
      "label": "Turn away",
      "description": "Turn people away who asked to come into a group; each request succeeds or fails for itself",
      "inputSchema": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "whatsapp_group",
            "description": "The group's record"
          },
          "request_ids": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "minItems": 1,
            "maxItems": 100,
            "description": "Meta's ids of the requests"
          }
        },
        "required": ["id", "request_ids"],
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "decided": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Requests that were rejected"
          },
          "failed": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "request_id": {
                  "type": "string",
                  "description": "Meta's id of the request"
                },
                "reason": {
                  "type": "string",
                  "description": "Why not"
                }
              },
              "required": ["request_id", "reason"]
            },
            "description": "Requests that were not"
          }
        },
        "required": ["decided", "failed"]
      },
      "timeout": 20000,
      "completionHints": {
        "idempotent": false
      }
    },
    {
      "name": "fetch_pages",
      "label": "Pages",
      "description": "List the Facebook Pages that the connected person manages",
      "inputSchema": {
        "type": "object",
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "page_id": {
                  "type": "string",
                  "description": "Meta Graph API Page ID"
                },
                "name": {
                  "type": ["string", "null"],
                  "description": "Page name"
                },
                "category": {
                  "type": ["string", "null"],
                  "description": "Page category"
                },
                "can_send": {
                  "type": "boolean",
                  "description": "Whether the person may send messages as the page"
                },
                "is_added": {
                  "type": "boolean",
                  "description": "Whether this workplace has it"
                },
                "channel_id": {
                  "type": ["string", "null"],
                  "description": "Channel of this page once it has been added"
                }
              },
              "required": ["page_id", "can_send", "is_added"]
            }
          }
        },
        "required": ["items"]
      },
      "timeout": 20000
    },
    {
      "name": "add_facebook_page",
      "label": "Add page",
      "description": "Add a Facebook Page, and have its Messenger messages sent here",
      "inputSchema": {
        "type": "object",
        "properties": {
          "page_id": {
            "type": "string",
            "description": "Meta Graph API Page ID"
          }
        },
        "required": ["page_id"],
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "facebook_page",
            "description": "The page's record"
          }
        },
        "required": ["id"]
      },
      "timeout": 30000,
      "completionHints": {
        "idempotent": true
      }
    },
    {
      "name": "remove_facebook_page",
      "label": "Remove page",
      "description": "Remove a Facebook Page; its messages stop to come",
      "inputSchema": {
        "type": "object",
        "properties": {
          "page_id": {
            "type": "string",
            "description": "Meta Graph API Page ID"
          }
        },
        "required": ["page_id"],
        "additionalProperties": false
      },
      "timeout": 20000,
      "completionHints": {
        "idempotent": true
      }
    },
    {
      "name": "fetch_instagram_accounts",
      "label": "Instagram accounts",
      "description": "List the professional Instagram accounts of the person's pages",
      "inputSchema": {
        "type": "object",
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "instagram_account_id": {
                  "type": "string",
                  "description": "Meta Graph API Instagram Account ID"
                },
                "username": {
                  "type": ["string", "null"],
                  "description": "Instagram username"
                },
                "page_id": {
                  "type": "string",
                  "description": "The page that it belongs to"
                },
                "is_added": {
                  "type": "boolean",
                  "description": "Whether this workplace has it"
                },
                "channel_id": {
                  "type": ["string", "null"],
                  "description": "Channel of this account once it has been added"
                }
              },
              "required": ["instagram_account_id", "page_id", "is_added"]
            }
          }
        },
        "required": ["items"]
      },
      "timeout": 30000
    },
    {
      "name": "add_instagram_account",
      "label": "Add account",
      "description": "Add an Instagram account, and have its direct messages sent here",
      "inputSchema": {
        "type": "object",
        "properties": {
          "instagram_account_id": {
            "type": "string",
            "description": "Meta Graph API Instagram Account ID"
          }
        },
        "required": ["instagram_account_id"],
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "instagram_account",
            "description": "The account's record"
          }
        },
        "required": ["id"]
      },
      "timeout": 30000,
      "completionHints": {
        "idempotent": true
      }
    },
    {
      "name": "remove_instagram_account",
      "label": "Remove account",
      "description": "Remove an Instagram account from this workplace",
      "inputSchema": {
        "type": "object",
        "properties": {
          "instagram_account_id": {
            "type": "string",
            "description": "Meta Graph API Instagram Account ID"
          }
        },
        "required": ["instagram_account_id"],
        "additionalProperties": false
      },
      "timeout": 10000,
      "completionHints": {
        "idempotent": true
      }
    },
    {
      "name": "list_message_templates",
      "label": "Refresh templates",
      "description": "Fetch all templates of the connected WhatsApp account",
      "inputSchema": {
        "type": "object",
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "id": {
                  "type": "string",
                  "x-model": "message_template",
                  "description": "Identifies the instance."
                },
                "template_id": {
                  "type": "string",
                  "description": "Meta Graph API template ID"
                },
                "name": {
                  "type": ["string", "null"],
                  "description": "Name of the template"
                },
                "language": {
                  "type": ["string", "null"],
                  "description": "Its language"
                },
                "status": {
                  "type": ["string", "null"],
                  "examples": ["APPROVED", "PENDING", "REJECTED", "PAUSED", "DISABLED", "DELETED", "OTHER"],
                  "description": "Whether it can be sent"
                },
                "category": {
                  "type": ["string", "null"],
                  "examples": ["MARKETING", "UTILITY", "AUTHENTICATION", "OTHER"],
                  "description": "What it is for, which decides on its price and rules"
                },
                "quality": {
                  "type": ["string", "null"],
                  "examples": ["GREEN", "YELLOW", "RED", "UNKNOWN"],
                  "description": "How people took to it"
                },
                "text": {
                  "type": ["string", "null"],
                  "description": "How it reads, with its variables"
                },
                "reason": {
                  "type": ["string", "null"],
                  "description": "Why Meta rejected or paused it"
                },
                "created_at": {
                  "type": "string",
                  "format": "date-time",
                  "description": "When the instance was created."
                },
                "updated_at": {
                  "type": "string",
                  "format": "date-time",
                  "description": "When the instance was last changed."
                },
                "refreshed_at": {
                  "type": "string",
                  "format": "date-time",
                  "description": "When the app last wrote the instance."
                }
              },
              "required": ["id", "template_id", "created_at", "updated_at", "refreshed_at"]
            }
          }
        },
        "required": ["items"]
      },
      "timeout": 30000,
      "completionHints": {
        "idempotent": true
      }
    },
    {
      "name": "create_message_template",
      "label": "Create template",
      "description": "Hand a template in for Meta's approval",
      "inputSchema": {
        "type": "object",
        "properties": {
          "name": {
            "type": "string",
            "description": "Small letters, digits and _"
          },
          "language": {
            "type": "string",
            "description": "Its language, as en_GB or sv",
            "default": "en_GB"
          },
          "category": {
            "type": "string",
            "enum": ["MARKETING", "UTILITY", "AUTHENTICATION"],
            "description": "What it is for: utility answers something that a person did",
            "default": "UTILITY"
          },
          "header": {
            "type": ["string", "null"],
            "description": "A text above"
          },
          "header_sample": {
            "type": ["string", "null"],
            "x-file": true,
            "description": "In place of it a picture, a film or a document above: an example of one, for the reviewers"
          },
          "body": {
            "type": "string",
            "description": "With variables as {{1}}"
          },
          "footer": {
            "type": ["string", "null"],
            "description": "A text below"
          },
          "quick_replies": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Answers to press",
            "default": []
          },
          "examples": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "An example for each variable",
            "default": []
          }
        },
        "required": ["name", "body"],
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "x-model": "message_template",
            "description": "The template's record"
          },
          "status": {
            "type": "string",
            "description": "Meta's first word on it"
          }
        },
        "required": ["id", "status"]
      },
      "timeout": 20000,
      "completionHints": {
        "idempotent": false
      }
    },
    {
      "name": "delete_message_template",
      "label": "Delete template",
      "description": "Delete a template at Meta, in all of its languages",
      "inputSchema": {
        "type": "object",
        "properties": {
          "name": {
            "type": "string",
            "description": "Name of the template"
          }
        },
        "required": ["name"],
        "additionalProperties": false
      },
      "timeout": 20000,
      "completionHints": {
        "idempotent": true
      }
    },
    {
      "name": "preview_message_template",
      "label": "Preview template",
      "description": "Show how a template reads with its variables filled in",
      "inputSchema": {
        "type": "object",
        "properties": {
          "name": {
            "type": "string",
            "description": "Name of the template"
          },
          "language": {
            "type": "string",
            "description": "Its language"
          },
          "texts": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "For the variables, in order",
            "default": []
          }
        },
        "required": ["name", "language"],
        "additionalProperties": false
      },
      "outputSchema": {
        "type": "object",
        "properties": {
          "text": {
            "type": "string",
            "description": "The message"
          },
          "variables": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Variables of the body, in order"
          }
        },
        "required": ["text", "variables"]
      },
      "timeout": 20000
    }
  ],
  "webhooks": [
    {
      "name": "receive_whatsapp",
      "description": "Receives incoming WhatsApp messages from Meta",
      "methods": ["GET", "POST"],
      "type": "WEBHOOK"
    },
    {
      "name": "receive_messenger",
      "description": "Receives incoming Messenger messages from Meta",
      "methods": ["GET", "POST"],
      "type": "WEBHOOK"
    },
    {
      "name": "receive_instagram",
      "description": "Receives incoming Instagram messages from Meta",
      "methods": ["GET", "POST"],
      "type": "WEBHOOK"
    },
    {
      "name": "deauthorize",
      "description": "A person has removed the app at Meta",
      "methods": ["POST"],
      "type": "CALLBACK"
    },
    {
      "name": "delete_data",
      "description": "A person wants deleted what was kept through their connection",
      "methods": ["POST"],
      "type": "CALLBACK"
    }
  ],
  "hooks": {
    "oauth_callback": {
      "description": "Makes the token long-lived, finds the business and its WhatsApp account, subscribes the app, and fills meta_connection.",
      "timeout": 60000
    },
    "provision": {
      "description": "Has Meta send the app's webhooks of all three products to this integration.",
      "timeout": 300000
    },
    "uninstall": {
      "description": "Ends the webhooks of the pages and the WhatsApp account, and takes the app's permissions back.",
      "timeout": 30000
    },
    "install": {
      "description": "Answers the address of the provider's dialog."
    }
  },
  "x-hooks": {
    "connection_check": {
      "description": "Asks Meta whether it still takes the token, until when, and with which permissions.",
      "timeout": 20000
    },
    "media": {
      "description": "Fetches a file of a message from Meta.",
      "timeout": 15000
    }
  },
  "provision": {
    "env": {
      "META_APP_ID": {
        "label": "Meta App ID",
        "scope": "provision",
        "required": true,
        "visibility": "visible",
        "description": "Facebook App ID from Meta App Dashboard"
      },
      "META_APP_SECRET": {
        "label": "Meta App Secret",
        "scope": "provision",
        "required": true,
        "visibility": "encrypted",
        "description": "Facebook App Secret"
      },
      "META_WEBHOOK_VERIFY_TOKEN": {
        "label": "Webhook Verify Token",
        "scope": "provision",
        "required": true,
        "visibility": "encrypted",
        "description": "Secret token for webhook verification"
      },
      "GRAPH_API_VERSION": {
        "label": "Graph API Version",
        "scope": "provision",
        "required": true,
        "visibility": "visible",
        "description": "Graph API version (e.g., v21.0)",
        "placeholder": "v21.0"
      },
      "META_SIGNUP_CONFIG_ID": {
        "label": "Embedded Signup configuration",
        "scope": "provision",
        "required": false,
        "visibility": "visible",
        "description": "Id of a login configuration for WhatsApp Embedded Signup; without it only the classic dialog is offered"
      }
    },
    "models": [
      {
        "handle": "meta_connection",
        "label": "Meta Connection",
        "description": "Top-level OAuth connection to Meta. One per installation.",
        "labelPlural": "Meta Connections",
        "labelTemplate": "{{ business_name }}",
        "scope": "internal",
        "fields": [
          {
            "handle": "waba_id",
            "label": "WABA ID",
            "description": "WhatsApp Business Account ID",
            "type": "string",
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "business_name",
            "label": "Business name",
            "description": "Business name from Meta",
            "type": "string",
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "status",
            "label": "Status",
            "description": "Connection status",
            "type": "string",
            "definition": {
              "limitChoices": true,
              "options": [
                {
                  "label": "Pending",
                  "value": "PENDING",
                  "color": "gray"
                },
                {
                  "label": "Connected",
                  "value": "CONNECTED",
                  "color": "green"
                },
                {
                  "label": "Error",
                  "value": "ERROR",
                  "color": "red"
                }
              ]
            },
            "requirement": "optional",
            "default": "PENDING",
            "owner": "app"
          },
          {
            "handle": "business_id",
            "label": "Business ID",
            "description": "Meta Business Portfolio ID",
            "type": "string",
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "error",
            "label": "Error",
            "description": "The last problem with the connection in plain words",
            "type": "string",
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "connected_at",
            "label": "Connected at",
            "description": "When the account was last connected",
            "type": "datetime",
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "user_id",
            "label": "User ID",
            "description": "The person who connected, as this app knows them",
            "type": "string",
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "missing_scopes",
            "label": "Missing scopes",
            "description": "Permissions that were not granted",
            "type": "string",
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "token_expires_at",
            "label": "Token expires at",
            "description": "When Meta stops to accept the connection; empty if never",
            "type": "datetime",
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "data_access_expires_at",
            "label": "Data access expires at",
            "description": "When Meta stops to give the person's data",
            "type": "datetime",
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "account_notice",
            "label": "Account notice",
            "description": "The last thing that Meta told about the WhatsApp account",
            "type": "string",
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "review_status",
            "label": "Review status",
            "description": "Meta's review of the WhatsApp account",
            "type": "string",
            "definition": {
              "limitChoices": true,
              "options": [
                {
                  "label": "Passed",
                  "value": "APPROVED",
                  "color": "green"
                },
                {
                  "label": "Under way",
                  "value": "PENDING",
                  "color": "yellow"
                },
                {
                  "label": "Not passed",
                  "value": "REJECTED",
                  "color": "red"
                },
                {
                  "label": "Put off",
                  "value": "DEFERRED",
                  "color": "yellow"
                },
                {
                  "label": "Other",
                  "value": "OTHER",
                  "color": "gray"
                }
              ]
            },
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "messaging_limit",
            "label": "Messaging limit",
            "description": "How many people may be written to first, without an open conversation",
            "type": "string",
            "definition": {
              "limitChoices": true,
              "options": [
                {
                  "label": "50 people a day",
                  "value": "TIER_50"
                },
                {
                  "label": "250 people a day",
                  "value": "TIER_250"
                },
                {
                  "label": "1,000 people a day",
                  "value": "TIER_1K"
                },
                {
                  "label": "2,000 people a day",
                  "value": "TIER_2K"
                },
                {
                  "label": "10,000 people a day",
                  "value": "TIER_10K"
                },
                {
                  "label": "100,000 people a day",
                  "value": "TIER_100K"
                },
                {
                  "label": "No limit",
                  "value": "TIER_UNLIMITED"
                },
                {
                  "label": "Not set yet",
                  "value": "TIER_NOT_SET"
                },
                {
                  "label": "Other",
                  "value": "OTHER"
                }
              ]
            },
            "requirement": "optional",
            "owner": "app"
          }
        ]
      },
      {
        "handle": "whatsapp_phone_number",
        "label": "WhatsApp Phone Number",
        "description": "WhatsApp phone numbers from the connected WABA.",
        "labelPlural": "WhatsApp Phone Numbers",
        "labelTemplate": "{{ phone }}",
        "scope": "internal",
        "fields": [
          {
            "handle": "phone",
            "label": "Phone",
            "description": "Phone number (E.164 format)",
            "type": "string",
            "definition": "phone",
            "requirement": "required",
            "unique": true,
            "owner": "app"
          },
          {
            "handle": "phone_number_id",
            "label": "Phone number ID",
            "description": "Meta Graph API phone number ID",
            "type": "string",
            "requirement": "required",
            "unique": true,
            "owner": "app",
            "aiMeta": {
              "mutability": "immutable"
            }
          },
          {
            "handle": "waba_id",
            "label": "WABA ID",
            "description": "Meta Graph API ID of the WhatsApp Business Account that it belongs to",
            "type": "string",
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "display_name",
            "label": "Display name",
            "description": "Display name from Meta",
            "type": "string",
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "quality_rating",
            "label": "Quality rating",
            "description": "How people took to its messages in the last seven days",
            "type": "string",
            "definition": {
              "limitChoices": true,
              "options": [
                {
                  "label": "High",
                  "value": "GREEN",
                  "color": "green"
                },
                {
                  "label": "Medium",
                  "value": "YELLOW",
                  "color": "yellow"
                },
                {
                  "label": "Low",
                  "value": "RED",
                  "color": "red"
                },
                {
                  "label": "Not rated yet",
                  "value": "UNKNOWN",
                  "color": "gray"
                }
              ]
            },
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "status",
            "label": "Status",
            "description": "Whether Meta lets the number send",
            "type": "string",
            "definition": {
              "limitChoices": true,
              "options": [
                {
                  "label": "Connected",
                  "value": "CONNECTED",
                  "color": "green"
                },
                {
                  "label": "Not registered",
                  "value": "PENDING",
                  "color": "yellow"
                },
                {
                  "label": "Not confirmed",
                  "value": "UNVERIFIED",
                  "color": "yellow"
                },
                {
                  "label": "Flagged for low quality",
                  "value": "FLAGGED",
                  "color": "orange"
                },
                {
                  "label": "Slowed down by Meta",
                  "value": "RATE_LIMITED",
                  "color": "orange"
                },
                {
                  "label": "Restricted by Meta",
                  "value": "RESTRICTED",
                  "color": "red"
                },
                {
                  "label": "Banned by Meta",
                  "value": "BANNED",
                  "color": "red"
                },
                {
                  "label": "Disconnected",
                  "value": "DISCONNECTED",
                  "color": "red"
                },
                {
                  "label": "Moved to another account",
                  "value": "MIGRATED",
                  "color": "gray"
                },
                {
                  "label": "Deleted at Meta",
                  "value": "DELETED",
                  "color": "gray"
                },
                {
                  "label": "Other",
                  "value": "OTHER",
                  "color": "gray"
                }
              ]
            },
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "name_status",
            "label": "Display name review",
            "description": "Meta's decision on the display name",
            "type": "string",
            "definition": {
              "limitChoices": true,
              "options": [
                {
                  "label": "Approved",
                  "value": "APPROVED",
                  "color": "green"
                },
                {
                  "label": "Usable without a review",
                  "value": "AVAILABLE_WITHOUT_REVIEW",
                  "color": "green"
                },
                {
                  "label": "In review",
                  "value": "PENDING_REVIEW",
                  "color": "yellow"
                },
                {
                  "label": "Review put off",
                  "value": "DEFERRED",
                  "color": "yellow"
                },
                {
                  "label": "Declined",
                  "value": "DECLINED",
                  "color": "red"
                },
                {
                  "label": "Declined",
                  "value": "REJECTED",
                  "color": "red"
                },
                {
                  "label": "Expired",
                  "value": "EXPIRED",
                  "color": "red"
                },
                {
                  "label": "No name yet",
                  "value": "NONE",
                  "color": "gray"
                },
                {
                  "label": "Other",
                  "value": "OTHER",
                  "color": "gray"
                }
              ]
            },
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "verification",
            "label": "Verification",
            "description": "Whether the number was confirmed by code",
            "type": "string",
            "definition": {
              "limitChoices": true,
              "options": [
                {
                  "label": "Confirmed",
                  "value": "VERIFIED",
                  "color": "green"
                },
                {
                  "label": "Not confirmed",
                  "value": "NOT_VERIFIED",
                  "color": "yellow"
                },
                {
                  "label": "Not confirmed",
                  "value": "UNVERIFIED",
                  "color": "yellow"
                },
                {
                  "label": "Confirmed long ago",
                  "value": "EXPIRED",
                  "color": "gray"
                },
                {
                  "label": "Other",
                  "value": "OTHER",
                  "color": "gray"
                }
              ]
            },
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "throughput",
            "label": "Throughput",
            "description": "How many messages it may send",
            "type": "string",
            "definition": {
              "limitChoices": true,
              "options": [
                {
                  "label": "Up to 80 a second",
                  "value": "STANDARD"
                },
                {
                  "label": "Up to 1,000 a second",
                  "value": "HIGH"
                },
                {
                  "label": "None until it is registered",
                  "value": "NOT_APPLICABLE"
                },
                {
                  "label": "Other",
                  "value": "OTHER"
                }
              ]
            },
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "messaging_limit",
            "label": "Messaging limit",
            "description": "How many people it may write to first, without an open conversation",
            "type": "string",
            "definition": {
              "limitChoices": true,
              "options": [
                {
                  "label": "50 people a day",
                  "value": "TIER_50"
                },
                {
                  "label": "250 people a day",
                  "value": "TIER_250"
                },
                {
                  "label": "1,000 people a day",
                  "value": "TIER_1K"
                },
                {
                  "label": "2,000 people a day",
                  "value": "TIER_2K"
                },
                {
                  "label": "10,000 people a day",
                  "value": "TIER_10K"
                },
                {
                  "label": "100,000 people a day",
                  "value": "TIER_100K"
                },
                {
                  "label": "No limit",
                  "value": "TIER_UNLIMITED"
                },
                {
                  "label": "Not set yet",
                  "value": "TIER_NOT_SET"
                },
                {
                  "label": "Other",
                  "value": "OTHER"
                }
              ]
            },
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "notice",
            "label": "Notice",
            "description": "The last thing that Meta told about the number",
            "type": "string",
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "name",
            "label": "Friendly name",
            "description": "User-provided friendly name",
            "type": "string",
            "definition": {
              "maxLength": 80
            },
            "requirement": "optional",
            "owner": "shared"
          }
        ],
        "page": "whatsapp_number"
      },
      {
        "handle": "whatsapp_group",
        "label": "WhatsApp Group",
        "description": "Groups of WhatsApp that a number of the workplace has made.",
        "labelPlural": "WhatsApp Groups",
        "labelTemplate": "{{ name | default: subject | default: group_id }}",
        "scope": "internal",
        "fields": [
          {
            "handle": "reference",
            "label": "Reference",
            "description": "Meta's id of the request that made it; of one that was found at Meta, the group's",
            "type": "string",
            "requirement": "required",
            "unique": true,
            "system": true,
            "owner": "app",
            "aiMeta": {
              "mutability": "immutable"
            }
          },
          {
            "handle": "group_id",
            "label": "Group ID",
            "description": "Meta's id of the group; empty until it is made",
            "type": "string",
            "requirement": "optional",
            "unique": true,
            "owner": "app"
          },
          {
            "handle": "phone_number_id",
            "label": "Phone number ID",
            "description": "Of the number that made it: its id at Meta",
            "type": "string",
            "requirement": "required",
            "owner": "app"
          },
          {
            "handle": "phone",
            "label": "Number",
            "description": "The number that made it",
            "type": "string",
            "definition": "phone",
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "subject",
            "label": "Subject",
            "description": "What the group is called in WhatsApp",
            "type": "string",
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "description",
            "label": "Description",
            "description": "What the group is for, as its people read it",
            "type": "long_string",
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "status",
            "label": "Status",
            "description": "Whether it can be written in",
            "type": "string",
            "definition": {
              "limitChoices": true,
              "options": [
                {
                  "label": "Being made",
                  "value": "CREATING",
                  "color": "yellow"
                },
                {
                  "label": "Active",
                  "value": "ACTIVE",
                  "color": "green"
                },
                {
                  "label": "Suspended by WhatsApp",
                  "value": "SUSPENDED",
                  "color": "red"
                },
                {
                  "label": "Deleted",
                  "value": "DELETED",
                  "color": "gray"
                },
                {
                  "label": "Could not be made",
                  "value": "FAILED",
                  "color": "red"
                }
              ]
            },
            "requirement": "optional",
            "default": "CREATING",
            "owner": "app"
          },
          {
            "handle": "join_approval",
            "label": "Joining",
            "description": "Who may come in by the invite link",
            "type": "string",
            "definition": {
              "limitChoices": true,
              "options": [
                {
                  "label": "Whoever has the link may join",
                  "value": "AUTOMATIC"
                },
                {
                  "label": "Whoever has the link may ask",
                  "value": "APPROVAL"
                }
              ]
            },
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "invite_link",
            "label": "Invite link",
            "description": "By which people join",
            "type": "string",
            "definition": {
              "pattern": "^https://"
            },
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "participant_count",
            "label": "Participants",
            "description": "People in the group besides the business",
            "type": "number",
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "made_at",
            "label": "Made on",
            "description": "When WhatsApp made it",
            "type": "datetime",
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "notice",
            "label": "Notice",
            "description": "The last wish that was not fulfilled, and why",
            "type": "string",
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "read_at",
            "label": "Read at",
            "description": "When Meta was last asked for all about it",
            "type": "datetime",
            "requirement": "optional",
            "system": true,
            "owner": "app"
          },
          {
            "handle": "subject_at",
            "label": "Subject at",
            "description": "When the subject was last told to have changed",
            "type": "datetime",
            "requirement": "optional",
            "system": true,
            "owner": "app"
          },
          {
            "handle": "description_at",
            "label": "Description at",
            "description": "When the description was last told to have changed",
            "type": "datetime",
            "requirement": "optional",
            "system": true,
            "owner": "app"
          },
          {
            "handle": "status_at",
            "label": "Status at",
            "description": "When it was last suspended or released",
            "type": "datetime",
            "requirement": "optional",
            "system": true,
            "owner": "app"
          },
          {
            "handle": "name",
            "label": "Friendly name",
            "description": "What the workplace calls it",
            "type": "string",
            "definition": {
              "maxLength": 80
            },
            "requirement": "optional",
            "owner": "shared"
          }
        ],
        "page": "whatsapp_group"
      },
      {
        "handle": "whatsapp_group_participant",
        "label": "Group participant",
        "description": "People who are, or were, in a group.",
        "labelPlural": "Group participants",
        "labelTemplate": "{{ name | default: address }}",
        "scope": "internal",
        "fields": [
          {
            "handle": "address",
            "label": "Address",
            "description": "Phone number, or how WhatsApp knows them",
            "type": "string",
            "requirement": "required",
            "owner": "app",
            "aiMeta": {
              "mutability": "immutable"
            }
          },
          {
            "handle": "name",
            "label": "Name",
            "description": "As they call themselves",
            "type": "string",
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "is_member",
            "label": "Is member",
            "description": "Whether they are in it now",
            "type": "boolean",
            "requirement": "required",
            "owner": "app"
          },
          {
            "handle": "changed_at",
            "label": "Changed at",
            "description": "When they were last told to have come or gone",
            "type": "datetime",
            "requirement": "optional",
            "owner": "app"
          }
        ]
      },
      {
        "handle": "facebook_page",
        "label": "Facebook Page",
        "description": "Connected Facebook Pages for Messenger.",
        "labelPlural": "Facebook Pages",
        "labelTemplate": "{{ name | default: page_id }}",
        "scope": "internal",
        "fields": [
          {
            "handle": "page_id",
            "label": "Page ID",
            "description": "Meta Graph API Page ID",
            "type": "string",
            "requirement": "required",
            "unique": true,
            "owner": "app",
            "aiMeta": {
              "mutability": "immutable"
            }
          },
          {
            "handle": "name",
            "label": "Name",
            "description": "Page name",
            "type": "string",
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "category",
            "label": "Category",
            "description": "Page category",
            "type": "string",
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "subscription",
            "label": "Subscription",
            "description": "Whether Meta sends its messages here",
            "type": "string",
            "definition": {
              "limitChoices": true,
              "options": [
                {
                  "label": "Messages arrive",
                  "value": "ON",
                  "color": "green"
                },
                {
                  "label": "No messages arrive",
                  "value": "OFF",
                  "color": "gray"
                }
              ]
            },
            "requirement": "optional",
            "default": "OFF",
            "owner": "app"
          },
          {
            "handle": "notice",
            "label": "Notice",
            "description": "The last thing that Meta told about the page",
            "type": "string",
            "requirement": "optional",
            "owner": "app"
          }
        ],
        "env": {
          "ACCESS_TOKEN": {
            "label": "Access token",
            "required": false,
            "visibility": "encrypted",
            "description": "Page-specific access token"
          }
        }
      },
      {
        "handle": "page_comment",
        "label": "Comment",
        "description": "Comments on posts of pages and Instagram accounts that can still be answered in private.",
        "labelPlural": "Comments",
        "labelTemplate": "{{ text }}",
        "scope": "internal",
        "fields": [
          {
            "handle": "comment_id",
            "label": "Comment ID",
            "description": "Meta's id of the comment",
            "type": "string",
            "requirement": "required",
            "unique": true,
            "owner": "app",
            "aiMeta": {
              "mutability": "immutable"
            }
          },
          {
            "handle": "account_id",
            "label": "Account ID",
            "description": "The page or Instagram account whose post it is",
            "type": "string",
            "requirement": "required",
            "owner": "app"
          },
          {
            "handle": "person_id",
            "label": "Person ID",
            "description": "Its writer, as the page or account knows them",
            "type": "string",
            "requirement": "required",
            "owner": "app"
          },
          {
            "handle": "text",
            "label": "Text",
            "description": "What it says",
            "type": "long_string",
            "requirement": "required",
            "owner": "app"
          },
          {
            "handle": "commented_at",
            "label": "Commented at",
            "description": "When it was written",
            "type": "datetime",
            "requirement": "required",
            "owner": "app"
          },
          {
            "handle": "answered_at",
            "label": "Answered at",
            "description": "When it was answered in private",
            "type": "datetime",
            "requirement": "optional",
            "owner": "app"
          }
        ]
      },
      {
        "handle": "instagram_account",
        "label": "Instagram Account",
        "description": "Connected Instagram Business accounts.",
        "labelPlural": "Instagram Accounts",
        "labelTemplate": "{{ username | default: instagram_account_id }}",
        "scope": "internal",
        "fields": [
          {
            "handle": "instagram_account_id",
            "label": "Instagram account ID",
            "description": "Meta Graph API Instagram Account ID",
            "type": "string",
            "requirement": "required",
            "unique": true,
            "owner": "app",
            "aiMeta": {
              "mutability": "immutable"
            }
          },
          {
            "handle": "username",
            "label": "Username",
            "description": "Instagram username",
            "type": "string",
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "name",
            "label": "Name",
            "description": "Display name",
            "type": "string",
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "profile_picture_url",
            "label": "Profile picture URL",
            "description": "Profile picture URL",
            "type": "string",
            "definition": {
              "pattern": "^https?://"
            },
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "page_id",
            "label": "Page ID",
            "description": "The page that it belongs to",
            "type": "string",
            "requirement": "optional",
            "owner": "app"
          }
        ]
      },
      {
        "handle": "message_batch",
        "label": "Batch",
        "description": "Messages to many people that were sent at once.",
        "labelPlural": "Batches",
        "labelTemplate": "{{ what }}",
        "scope": "internal",
        "fields": [
          {
            "handle": "reference",
            "label": "Reference",
            "description": "Under which the batch is taken once",
            "type": "string",
            "requirement": "required",
            "unique": true,
            "owner": "app",
            "aiMeta": {
              "mutability": "immutable"
            }
          },
          {
            "handle": "what",
            "label": "What",
            "description": "What is sent",
            "type": "string",
            "requirement": "required",
            "owner": "app"
          },
          {
            "handle": "channel_id",
            "label": "Channel ID",
            "description": "Channel that it is sent over",
            "type": "string",
            "requirement": "required",
            "owner": "app"
          },
          {
            "handle": "total",
            "label": "Total",
            "description": "How many messages it has",
            "type": "number",
            "requirement": "required",
            "owner": "app"
          },
          {
            "handle": "digest",
            "label": "Digest",
            "description": "SHA-256 of what was asked for",
            "type": "string",
            "requirement": "required",
            "owner": "app"
          },
          {
            "handle": "message_ids",
            "label": "Message IDs",
            "description": "Its messages, in order",
            "type": "string",
            "requirement": "required",
            "list": true,
            "owner": "app"
          }
        ],
        "page": "message_batch"
      },
      {
        "handle": "message_template",
        "label": "Message Template",
        "description": "WhatsApp templates of the connected account, as Meta last told.",
        "labelPlural": "Message Templates",
        "labelTemplate": "{{ name | default: template_id }}",
        "scope": "internal",
        "fields": [
          {
            "handle": "template_id",
            "label": "Template ID",
            "description": "Meta Graph API template ID",
            "type": "string",
            "requirement": "required",
            "unique": true,
            "owner": "app",
            "aiMeta": {
              "mutability": "immutable"
            }
          },
          {
            "handle": "name",
            "label": "Name",
            "description": "Name of the template",
            "type": "string",
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "language",
            "label": "Language",
            "description": "Its language",
            "type": "string",
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "status",
            "label": "Status",
            "description": "Whether it can be sent",
            "type": "string",
            "definition": {
              "limitChoices": true,
              "options": [
                {
                  "label": "Approved",
                  "value": "APPROVED",
                  "color": "green"
                },
                {
                  "label": "In review",
                  "value": "PENDING",
                  "color": "yellow"
                },
                {
                  "label": "Rejected",
                  "value": "REJECTED",
                  "color": "red"
                },
                {
                  "label": "Paused",
                  "value": "PAUSED",
                  "color": "orange"
                },
                {
                  "label": "Disabled",
                  "value": "DISABLED",
                  "color": "red"
                },
                {
                  "label": "Deleted",
                  "value": "DELETED",
                  "color": "gray"
                },
                {
                  "label": "Other",
                  "value": "OTHER",
                  "color": "gray"
                }
              ]
            },
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "category",
            "label": "Category",
            "description": "What it is for, which decides on its price and rules",
            "type": "string",
            "definition": {
              "limitChoices": true,
              "options": [
                {
                  "label": "Marketing",
                  "value": "MARKETING"
                },
                {
                  "label": "Utility",
                  "value": "UTILITY"
                },
                {
                  "label": "Authentication",
                  "value": "AUTHENTICATION"
                },
                {
                  "label": "Other",
                  "value": "OTHER"
                }
              ]
            },
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "quality",
            "label": "Quality",
            "description": "How people took to it",
            "type": "string",
            "definition": {
              "limitChoices": true,
              "options": [
                {
                  "label": "High",
                  "value": "GREEN",
                  "color": "green"
                },
                {
                  "label": "Medium",
                  "value": "YELLOW",
                  "color": "yellow"
                },
                {
                  "label": "Low",
                  "value": "RED",
                  "color": "red"
                },
                {
                  "label": "Not rated yet",
                  "value": "UNKNOWN",
                  "color": "gray"
                }
              ]
            },
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "text",
            "label": "Text",
            "description": "How it reads, with its variables",
            "type": "long_string",
            "requirement": "optional",
            "owner": "app"
          },
          {
            "handle": "reason",
            "label": "Reason",
            "description": "Why Meta rejected or paused it",
            "type": "string",
            "requirement": "optional",
            "owner": "app"
          }
        ],
        "page": "message_template"
      }
    ],
    "relationships": [
      {
        "source": {
          "model": "whatsapp_group_participant",
          "field": "group",
          "label": "Group"
        },
        "target": {
          "model": "whatsapp_group",
          "field": "participants",
          "label": "Participants"
        },
        "cardinality": "many_to_one",
        "onDelete": "cascade"
      }
    ],
    "channels": [
      {
        "handle": "whatsapp",
        "label": "WhatsApp",
        "x-description": "Communication channel for WhatsApp messaging.",
        "icon": "message-square",
        "fields": [
          {
            "handle": "phone",
            "label": "Phone",
            "x-description": "The business's WhatsApp number",
            "definition": "phone",
            "identifier": true,
            "required": true
          }
        ],
        "capabilities": {
          "messaging": {
            "label": "Messaging",
            "receive": "receive_whatsapp",
            "send": "send_whatsapp",
            "send_batch": {
              "send": "send_whatsapp_batch",
              "get_status": "get_whatsapp_batch_status"
            }
          }
        }
      },
      {
        "handle": "messenger",
        "label": "Messenger",
        "x-description": "Communication channel for Messenger.",
        "icon": "message-circle",
        "fields": [
          {
            "handle": "page_id",
            "label": "Page",
            "x-description": "The Facebook Page",
            "identifier": true,
            "required": true
          }
        ],
        "capabilities": {
          "messaging": {
            "label": "Messaging",
            "receive": "receive_messenger",
            "send": "send_messenger"
          }
        }
      },
      {
        "handle": "instagram",
        "label": "Instagram",
        "x-description": "Communication channel for Instagram direct messages.",
        "icon": "message-circle",
        "fields": [
          {
            "handle": "instagram_account_id",
            "label": "Account",
            "x-description": "The Instagram account",
            "identifier": true,
            "required": true
          }
        ],
        "capabilities": {
          "messaging": {
            "label": "Messaging",
            "receive": "receive_instagram",
            "send": "send_instagram"
          }
        }
      },
      {
        "handle": "whatsapp_account",
        "label": "WhatsApp account",
        "x-description": "What Meta tells about a WhatsApp account itself, its templates and limits, comes this way.",
        "icon": "briefcase",
        "fields": [
          {
            "handle": "waba_id",
            "label": "Account",
            "x-description": "WhatsApp Business Account ID",
            "identifier": true,
            "required": true
          }
        ],
        "capabilities": {
          "messaging": {
            "label": "Messaging",
            "receive": "receive_whatsapp"
          }
        }
      }
    ],
    "pages": [
      {
        "handle": "account",
        "label": "Account",
        "description": "View Meta connection status",
        "x-icon": "settings",
        "type": "list",
        "path": "/account",
        "default": true,
        "audience": "install",
        "navigation": true,
        "context": {
          "connection": {
            "model": "meta_connection",
            "mode": "first"
          }
        },
        "blocks": [
          {
            "type": "card",
            "form": {
              "id": "block_1",
              "fields": [
                {
                  "component": "alert",
                  "id": "alert_1",
                  "row": 0,
                  "col": 0,
                  "title": "The connection to Meta does not work",
                  "description": "{{ connection.error | default: 'Connect Meta again.' }}",
                  "variant": "destructive",
                  "hidden": "{%- if connection.status == \"ERROR\" -%}false{%- else -%}true{%- endif -%}"
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "alert_1",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          },
          {
            "type": "card",
            "header": {
              "title": "Meta account",
              "description": "The connected Meta account."
            },
            "form": {
              "id": "block_2",
              "fields": [
                {
                  "component": "input",
                  "id": "value_1",
                  "row": 0,
                  "col": 0,
                  "label": "Business name",
                  "value": "{% if connection.business_name == blank %}Not connected yet{% else %}{{ connection.business_name }}{% endif %}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "value_2",
                  "row": 1,
                  "col": 0,
                  "label": "Status",
                  "value": "{% if connection.status == blank %}Not connected{% else %}{{ connection.status }}{% endif %}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "value_3",
                  "row": 2,
                  "col": 0,
                  "label": "WhatsApp Business Account",
                  "value": "{% if connection.waba_id == blank %}Not connected yet{% else %}{{ connection.waba_id }}{% endif %}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "value_4",
                  "row": 3,
                  "col": 0,
                  "label": "Connected since",
                  "value": "{% if connection.connected_at == blank %}Not connected yet{% else %}{{ connection.connected_at }}{% endif %}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "value_5",
                  "row": 4,
                  "col": 0,
                  "label": "Daily limit of people to write to first",
                  "value": "{% if connection.messaging_limit == blank %}Not told yet{% else %}{{ connection.messaging_limit }}{% endif %}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "value_6",
                  "row": 5,
                  "col": 0,
                  "label": "Review by Meta",
                  "value": "{% if connection.review_status == blank %}Not told yet{% else %}{{ connection.review_status }}{% endif %}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "value_7",
                  "row": 6,
                  "col": 0,
                  "label": "Connection expires",
                  "value": "{% if connection.token_expires_at == blank %}Never{% else %}{{ connection.token_expires_at }}{% endif %}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "value_8",
                  "row": 7,
                  "col": 0,
                  "label": "Access to data ends",
                  "value": "{% if connection.data_access_expires_at == blank %}Never{% else %}{{ connection.data_access_expires_at }}{% endif %}",
                  "disabled": true
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "value_1",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "value_2",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "value_3",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "value_4",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "value_5",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "value_6",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "value_7",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "value_8",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              },
              "actions": [
                {
                  "handle": "action_1",
                  "label": "Connect Meta",
                  "x-connect": "meta",
                  "variant": "primary",
                  "hidden": "{%- if connection.status != \"CONNECTED\" -%}false{%- else -%}true{%- endif -%}"
                },
                {
                  "handle": "action_2",
                  "label": "Connect again",
                  "x-connect": "meta",
                  "variant": "outline",
                  "hidden": "{%- if connection.status == \"CONNECTED\" -%}false{%- else -%}true{%- endif -%}"
                },
                {
                  "handle": "action_3",
                  "label": "Sign up for WhatsApp",
                  "x-connect": "meta_signup",
                  "variant": "outline",
                  "hidden": "{%- if env.META_SIGNUP_CONFIG_ID != blank -%}false{%- else -%}true{%- endif -%}"
                },
                {
                  "handle": "action_4",
                  "label": "WhatsApp accounts",
                  "href": "/whatsapp-accounts",
                  "variant": "outline",
                  "hidden": "{%- if connection.status == \"CONNECTED\" -%}false{%- else -%}true{%- endif -%}"
                }
              ]
            }
          },
          {
            "type": "card",
            "form": {
              "id": "block_3",
              "fields": [
                {
                  "component": "alert",
                  "id": "alert_1",
                  "row": 0,
                  "col": 0,
                  "title": "Meta has news about the account",
                  "description": "{{ connection.account_notice | default: \"\" }}",
                  "variant": "warning",
                  "hidden": "{%- if connection.account_notice != blank -%}false{%- else -%}true{%- endif -%}"
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "alert_1",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          },
          {
            "type": "card",
            "form": {
              "id": "block_4",
              "fields": [
                {
                  "component": "alert",
                  "id": "alert_1",
                  "row": 0,
                  "col": 0,
                  "title": "Some permissions were not granted",
                  "description": "Connect again and allow: {{ connection.missing_scopes | default: \"\" }}",
                  "variant": "warning",
                  "hidden": "{%- if connection.missing_scopes != blank -%}false{%- else -%}true{%- endif -%}"
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "alert_1",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          }
        ]
      },
      {
        "handle": "whatsapp_accounts",
        "label": "WhatsApp Accounts",
        "description": "Choose the WhatsApp account of this workplace",
        "x-icon": "briefcase",
        "type": "list",
        "path": "/whatsapp-accounts",
        "audience": "install",
        "navigation": false,
        "context": {
          "connection": {
            "model": "meta_connection",
            "mode": "first"
          },
          "accounts": {
            "tool": "fetch_whatsapp_accounts"
          }
        },
        "blocks": [
          {
            "type": "card",
            "form": {
              "id": "block_1",
              "fields": [
                {
                  "component": "list",
                  "id": "rows",
                  "row": 0,
                  "col": 0,
                  "iterable": "{{ accounts }}",
                  "itemTemplate": {
                    "component": "ActionTile",
                    "span": 12,
                    "props": {
                      "label": "{{ item.name | default: item.waba_id }}",
                      "description": "{{ item.business_name | default: \"Shared with this app\" }}",
                      "badge": "{% if item.is_chosen %}In use{% endif %}",
                      "actions": [
                        {
                          "handle": "action_1",
                          "label": "Use",
                          "handler": "choose_whatsapp_account",
                          "x-inputs": {
                            "waba_id": "{{ item.waba_id }}"
                          },
                          "variant": "outline",
                          "hidden": "{%- if item.is_chosen == false -%}false{%- else -%}true{%- endif -%}"
                        }
                      ]
                    }
                  },
                  "emptyMessage": "Connect a Meta account on the Account page first."
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "rows",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          }
        ]
      },
      {
        "handle": "whatsapp_numbers",
        "label": "WhatsApp Numbers",
        "description": "List and add WhatsApp numbers",
        "x-icon": "phone",
        "type": "list",
        "path": "/whatsapp-numbers",
        "audience": "install",
        "navigation": true,
        "context": {
          "connection": {
            "model": "meta_connection",
            "mode": "first"
          },
          "numbers": {
            "model": "whatsapp_phone_number",
            "mode": "many",
            "limit": 100,
            "x-order": ["phone"]
          },
          "registered": {
            "tool": "fetch_registered_wa_business_numbers"
          }
        },
        "blocks": [
          {
            "type": "card",
            "form": {
              "id": "block_1",
              "fields": [
                {
                  "component": "alert",
                  "id": "alert_1",
                  "row": 0,
                  "col": 0,
                  "title": "Not connected",
                  "description": "Connect a Meta account on the Account page; then its WhatsApp numbers can be added here.",
                  "variant": "info",
                  "hidden": "{%- if connection.status != \"CONNECTED\" -%}false{%- else -%}true{%- endif -%}"
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "alert_1",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          },
          {
            "type": "card",
            "form": {
              "id": "block_2",
              "fields": [
                {
                  "component": "fieldsetting",
                  "id": "form_2",
                  "row": 0,
                  "col": 0,
                  "label": "Add WhatsApp number",
                  "button": {
                    "label": "Add WhatsApp number"
                  },
                  "modalForm": {
                    "fields": [
                      {
                        "component": "select",
                        "id": "phone_number_id",
                        "row": 0,
                        "col": 0,
                        "label": "Phone number",
                        "helpText": "Of the connected WhatsApp account: its id at Meta",
                        "required": true,
                        "iterable": "{{ registered }}",
                        "itemTemplate": {
                          "value": "{{ item.id }}",
                          "label": "{{ item.display_phone_number }} ({{ item.verified_name | default: \"no name\" }})"
                        }
                      },
                      {
                        "component": "input",
                        "id": "name",
                        "row": 1,
                        "col": 0,
                        "inputType": "text",
                        "label": "Friendly name",
                        "helpText": "Friendly name for the phone number",
                        "placeholder": "Sales line, Support…"
                      }
                    ],
                    "layout": {
                      "type": "form",
                      "rows": [
                        {
                          "columns": [
                            {
                              "field": "phone_number_id",
                              "colSpan": 12
                            }
                          ]
                        },
                        {
                          "columns": [
                            {
                              "field": "name",
                              "colSpan": 12
                            }
                          ]
                        }
                      ]
                    },
                    "actions": [
                      {
                        "handle": "action_1",
                        "label": "Add number",
                        "handler": "add_whatsapp_number",
                        "variant": "primary"
                      }
                    ]
                  },
                  "hidden": "{%- if connection.status == \"CONNECTED\" -%}false{%- else -%}true{%- endif -%}"
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "form_2",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          },
          {
            "type": "card",
            "form": {
              "id": "block_3",
              "fields": [
                {
                  "component": "list",
                  "id": "rows",
                  "row": 0,
                  "col": 0,
                  "iterable": "{{ numbers }}",
                  "itemTemplate": {
                    "component": "ActionTile",
                    "span": 12,
                    "props": {
                      "label": "{{ item.name | default: item.display_name | default: item.phone }}",
                      "description": "{{ item.phone }}",
                      "badge": "{{ item.status }}",
                      "href": "/whatsapp-numbers/{{ item.id }}/overview"
                    }
                  },
                  "emptyMessage": "No WhatsApp numbers yet."
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "rows",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          }
        ]
      },
      {
        "handle": "whatsapp_number",
        "label": "WhatsApp number",
        "description": "One number, its health, and what can be done with it",
        "type": "instance",
        "path": "/whatsapp-numbers/[id]/overview",
        "audience": "install",
        "navigation": false,
        "context": {
          "number": {
            "model": "whatsapp_phone_number",
            "mode": "first",
            "filters": {
              "id": "{{ path_params.id }}"
            }
          }
        },
        "blocks": [
          {
            "type": "card",
            "form": {
              "id": "block_1",
              "fields": [
                {
                  "component": "alert",
                  "id": "alert_1",
                  "row": 0,
                  "col": 0,
                  "title": "Meta has news about this number",
                  "description": "{{ number.notice | default: \"\" }}",
                  "variant": "warning",
                  "hidden": "{%- if number.notice != blank -%}false{%- else -%}true{%- endif -%}"
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "alert_1",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          },
          {
            "type": "card",
            "form": {
              "id": "block_2",
              "fields": [
                {
                  "component": "alert",
                  "id": "alert_1",
                  "row": 0,
                  "col": 0,
                  "title": "This number cannot send yet",
                  "description": "Have a code sent to it, enter the code, then register it with a PIN of your own.",
                  "variant": "info",
                  "hidden": "{%- if number.status == \"PENDING\" and number.verification != \"VERIFIED\" -%}false{%- else -%}true{%- endif -%}"
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "alert_1",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          },
          {
            "type": "card",
            "form": {
              "id": "block_3",
              "fields": [
                {
                  "component": "alert",
                  "id": "alert_1",
                  "row": 0,
                  "col": 0,
                  "title": "This number is confirmed and can be registered",
                  "description": "Registering lets it send. Choose a PIN and keep it, Meta asks for it when the number is registered again.",
                  "variant": "info",
                  "hidden": "{%- if number.status == \"PENDING\" and number.verification == \"VERIFIED\" -%}false{%- else -%}true{%- endif -%}"
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "alert_1",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          },
          {
            "type": "card",
            "form": {
              "id": "block_4",
              "fields": [
                {
                  "component": "input",
                  "id": "phone",
                  "row": 0,
                  "col": 0,
                  "label": "Phone",
                  "value": "{{ number.phone }}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "name",
                  "row": 1,
                  "col": 0,
                  "label": "Friendly name",
                  "value": "{{ number.name }}"
                },
                {
                  "component": "input",
                  "id": "display_name",
                  "row": 2,
                  "col": 0,
                  "label": "Display name",
                  "value": "{{ number.display_name }}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "name_status",
                  "row": 3,
                  "col": 0,
                  "label": "Display name review",
                  "value": "{{ number.name_status }}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "verification",
                  "row": 4,
                  "col": 0,
                  "label": "Verification",
                  "value": "{{ number.verification }}",
                  "disabled": true
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "phone",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "name",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "display_name",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "name_status",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "verification",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              },
              "actions": [
                {
                  "handle": "action_1",
                  "label": "Register",
                  "x-modalForm": {
                    "fields": [
                      {
                        "component": "input",
                        "id": "pin",
                        "row": 0,
                        "col": 0,
                        "inputType": "text",
                        "label": "Pin",
                        "helpText": "The number's PIN; a new one if it has none",
                        "required": true
                      }
                    ],
                    "layout": {
                      "type": "form",
                      "rows": [
                        {
                          "columns": [
                            {
                              "field": "pin",
                              "colSpan": 12
                            }
                          ]
                        }
                      ]
                    },
                    "actions": [
                      {
                        "handle": "action_2",
                        "label": "Register",
                        "handler": "register_number",
                        "x-inputs": {
                          "phone_number_id": "{{ number.phone_number_id }}"
                        },
                        "variant": "primary"
                      }
                    ]
                  },
                  "variant": "primary",
                  "hidden": "{%- if number.status != \"CONNECTED\" and number.verification == \"VERIFIED\" -%}false{%- else -%}true{%- endif -%}"
                },
                {
                  "handle": "action_3",
                  "label": "Send a code",
                  "x-modalForm": {
                    "fields": [
                      {
                        "component": "select",
                        "id": "method",
                        "row": 0,
                        "col": 0,
                        "label": "Method",
                        "helpText": "How the code comes",
                        "items": [
                          {
                            "label": "Text message",
                            "value": "SMS"
                          },
                          {
                            "label": "Call",
                            "value": "VOICE"
                          }
                        ],
                        "value": "SMS"
                      },
                      {
                        "component": "input",
                        "id": "language",
                        "row": 1,
                        "col": 0,
                        "inputType": "text",
                        "label": "Language",
                        "helpText": "Language of the message, as en_US or sv",
                        "value": "en_US"
                      }
                    ],
                    "layout": {
                      "type": "form",
                      "rows": [
                        {
                          "columns": [
                            {
                              "field": "method",
                              "colSpan": 12
                            }
                          ]
                        },
                        {
                          "columns": [
                            {
                              "field": "language",
                              "colSpan": 12
                            }
                          ]
                        }
                      ]
                    },
                    "actions": [
                      {
                        "handle": "action_4",
                        "label": "Send code",
                        "handler": "request_number_code",
                        "x-inputs": {
                          "phone_number_id": "{{ number.phone_number_id }}"
                        },
                        "variant": "primary"
                      }
                    ]
                  },
                  "variant": "primary",
                  "hidden": "{%- if number.verification != \"VERIFIED\" and number.status != \"CONNECTED\" -%}false{%- else -%}true{%- endif -%}"
                },
                {
                  "handle": "action_5",
                  "label": "Enter the code",
                  "x-modalForm": {
                    "fields": [
                      {
                        "component": "input",
                        "id": "code",
                        "row": 0,
                        "col": 0,
                        "inputType": "text",
                        "label": "Code",
                        "helpText": "The code",
                        "required": true
                      }
                    ],
                    "layout": {
                      "type": "form",
                      "rows": [
                        {
                          "columns": [
                            {
                              "field": "code",
                              "colSpan": 12
                            }
                          ]
                        }
                      ]
                    },
                    "actions": [
                      {
                        "handle": "action_6",
                        "label": "Confirm",
                        "handler": "verify_number_code",
                        "x-inputs": {
                          "phone_number_id": "{{ number.phone_number_id }}"
                        },
                        "variant": "primary"
                      }
                    ]
                  },
                  "variant": "outline",
                  "hidden": "{%- if number.verification != \"VERIFIED\" and number.status != \"CONNECTED\" -%}false{%- else -%}true{%- endif -%}"
                },
                {
                  "handle": "action_7",
                  "label": "Refresh",
                  "handler": "refresh_whatsapp_numbers",
                  "variant": "outline"
                },
                {
                  "handle": "action_8",
                  "label": "Profile",
                  "href": "/whatsapp-numbers/{{ path_params.id }}/profile",
                  "variant": "outline"
                },
                {
                  "handle": "action_9",
                  "label": "Blocked people",
                  "href": "/whatsapp-numbers/{{ path_params.id }}/blocked",
                  "variant": "outline"
                },
                {
                  "handle": "action_10",
                  "label": "Remove",
                  "handler": "remove_whatsapp_number",
                  "x-inputs": {
                    "phone_number_id": "{{ number.phone_number_id }}"
                  },
                  "variant": "destructive",
                  "x-confirm": {
                    "title": "Remove {{ number.name | default: number.phone }}?",
                    "description": "Its conversations stay. At Meta nothing changes."
                  }
                }
              ]
            }
          },
          {
            "type": "card",
            "header": {
              "title": "Health",
              "description": "Quality is how people took to the number's messages in the last seven days: blocks and reports lower it. The daily limit counts people whom you write to first, with a template; answers are free of it, and it rises by itself while quality is good. Throughput is how fast messages leave."
            },
            "form": {
              "id": "block_5",
              "fields": [
                {
                  "component": "input",
                  "id": "value_1",
                  "row": 0,
                  "col": 0,
                  "label": "Status",
                  "value": "{% if number.status == blank %}Not told yet{% else %}{{ number.status }}{% endif %}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "value_2",
                  "row": 1,
                  "col": 0,
                  "label": "Quality",
                  "value": "{% if number.quality_rating == blank %}Not told yet{% else %}{{ number.quality_rating }}{% endif %}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "value_3",
                  "row": 2,
                  "col": 0,
                  "label": "Daily limit",
                  "value": "{% if number.messaging_limit == blank %}Not told yet{% else %}{{ number.messaging_limit }}{% endif %}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "value_4",
                  "row": 3,
                  "col": 0,
                  "label": "Throughput",
                  "value": "{% if number.throughput == blank %}Not told yet{% else %}{{ number.throughput }}{% endif %}",
                  "disabled": true
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "value_1",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "value_2",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "value_3",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "value_4",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          }
        ]
      },
      {
        "handle": "whatsapp_profile",
        "label": "Profile",
        "description": "What people see of the business on WhatsApp",
        "type": "instance",
        "path": "/whatsapp-numbers/[id]/profile",
        "audience": "install",
        "navigation": false,
        "context": {
          "profile": {
            "tool": "fetch_whatsapp_profile",
            "x-inputs": {
              "id": "{{ path_params.id }}"
            }
          }
        },
        "blocks": [
          {
            "type": "card",
            "header": {
              "title": "What people see"
            },
            "form": {
              "id": "block_1",
              "fields": [
                {
                  "component": "input",
                  "id": "value_1",
                  "row": 0,
                  "col": 0,
                  "label": "About",
                  "value": "{% if profile.about == blank %}Nothing{% else %}{{ profile.about }}{% endif %}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "value_2",
                  "row": 1,
                  "col": 0,
                  "label": "Description",
                  "value": "{% if profile.description == blank %}Nothing{% else %}{{ profile.description }}{% endif %}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "value_3",
                  "row": 2,
                  "col": 0,
                  "label": "Address",
                  "value": "{% if profile.address == blank %}Nothing{% else %}{{ profile.address }}{% endif %}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "value_4",
                  "row": 3,
                  "col": 0,
                  "label": "E-mail",
                  "value": "{% if profile.email == blank %}Nothing{% else %}{{ profile.email }}{% endif %}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "value_5",
                  "row": 4,
                  "col": 0,
                  "label": "Websites",
                  "value": "{% if profile.websites == blank %}Nothing{% else %}{{ profile.websites }}{% endif %}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "value_6",
                  "row": 5,
                  "col": 0,
                  "label": "Trade",
                  "value": "{% if profile.vertical == blank %}Nothing{% else %}{{ profile.vertical }}{% endif %}",
                  "disabled": true
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "value_1",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "value_2",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "value_3",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "value_4",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "value_5",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "value_6",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          },
          {
            "type": "card",
            "header": {
              "title": "Change it",
              "description": "What is left empty stays as it is."
            },
            "form": {
              "id": "block_2",
              "fields": [
                {
                  "component": "input",
                  "id": "about",
                  "row": 0,
                  "col": 0,
                  "inputType": "text",
                  "label": "About",
                  "helpText": "A line, of at most 139 characters"
                },
                {
                  "component": "textarea",
                  "id": "description",
                  "row": 1,
                  "col": 0,
                  "label": "Description",
                  "helpText": "What the business does, in at most 512 characters"
                },
                {
                  "component": "input",
                  "id": "address",
                  "row": 2,
                  "col": 0,
                  "inputType": "text",
                  "label": "Address",
                  "helpText": "Where it is"
                },
                {
                  "component": "input",
                  "id": "email",
                  "row": 3,
                  "col": 0,
                  "inputType": "text",
                  "label": "Email",
                  "helpText": "E-mail address"
                },
                {
                  "component": "input",
                  "id": "website",
                  "row": 4,
                  "col": 0,
                  "inputType": "text",
                  "label": "Website",
                  "helpText": "Web address"
                },
                {
                  "component": "input",
                  "id": "website_2",
                  "row": 5,
                  "col": 0,
                  "inputType": "text",
                  "label": "Second website",
                  "helpText": "Another web address"
                },
                {
                  "component": "select",
                  "id": "vertical",
                  "row": 6,
                  "col": 0,
                  "label": "Trade",
                  "helpText": "What kind of business it is",
                  "items": [
                    {
                      "label": "Other",
                      "value": "OTHER"
                    },
                    {
                      "label": "Cars",
                      "value": "AUTO"
                    },
                    {
                      "label": "Beauty",
                      "value": "BEAUTY"
                    },
                    {
                      "label": "Clothing",
                      "value": "APPAREL"
                    },
                    {
                      "label": "Education",
                      "value": "EDU"
                    },
                    {
                      "label": "Entertainment",
                      "value": "ENTERTAIN"
                    },
                    {
                      "label": "Events",
                      "value": "EVENT_PLAN"
                    },
                    {
                      "label": "Finance",
                      "value": "FINANCE"
                    },
                    {
                      "label": "Groceries",
                      "value": "GROCERY"
                    },
                    {
                      "label": "Public service",
                      "value": "GOVT"
                    },
                    {
                      "label": "Hotel",
                      "value": "HOTEL"
                    },
                    {
                      "label": "Health",
                      "value": "HEALTH"
                    },
                    {
                      "label": "Non-profit",
                      "value": "NONPROFIT"
                    },
                    {
                      "label": "Professional services",
                      "value": "PROF_SERVICES"
                    },
                    {
                      "label": "Shop",
                      "value": "RETAIL"
                    },
                    {
                      "label": "Travel",
                      "value": "TRAVEL"
                    },
                    {
                      "label": "Restaurant",
                      "value": "RESTAURANT"
                    }
                  ]
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "about",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "description",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "address",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "email",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "website",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "website_2",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "vertical",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              },
              "actions": [
                {
                  "handle": "action_1",
                  "label": "Change",
                  "handler": "update_whatsapp_profile",
                  "x-inputs": {
                    "id": "{{ path_params.id }}"
                  },
                  "variant": "primary"
                }
              ]
            }
          }
        ]
      },
      {
        "handle": "blocked_people",
        "label": "Blocked people",
        "description": "Whom this number does not hear",
        "type": "instance",
        "path": "/whatsapp-numbers/[id]/blocked",
        "audience": "install",
        "navigation": false,
        "context": {
          "people": {
            "tool": "list_blocked_whatsapp_people",
            "x-inputs": {
              "id": "{{ path_params.id }}"
            }
          }
        },
        "blocks": [
          {
            "type": "card",
            "form": {
              "id": "block_1",
              "fields": [
                {
                  "component": "fieldsetting",
                  "id": "form_1",
                  "row": 0,
                  "col": 0,
                  "label": "Block somebody",
                  "button": {
                    "label": "Block somebody"
                  },
                  "modalForm": {
                    "fields": [
                      {
                        "component": "input",
                        "id": "address",
                        "row": 0,
                        "col": 0,
                        "inputType": "text",
                        "label": "Address",
                        "helpText": "Whom: a phone number",
                        "required": true
                      }
                    ],
                    "layout": {
                      "type": "form",
                      "rows": [
                        {
                          "columns": [
                            {
                              "field": "address",
                              "colSpan": 12
                            }
                          ]
                        }
                      ]
                    },
                    "actions": [
                      {
                        "handle": "action_1",
                        "label": "Block",
                        "handler": "block_whatsapp_person",
                        "x-inputs": {
                          "id": "{{ path_params.id }}"
                        },
                        "variant": "primary"
                      }
                    ]
                  }
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "form_1",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          },
          {
            "type": "card",
            "form": {
              "id": "block_2",
              "fields": [
                {
                  "component": "list",
                  "id": "rows",
                  "row": 0,
                  "col": 0,
                  "iterable": "{{ people }}",
                  "itemTemplate": {
                    "component": "ActionTile",
                    "span": 12,
                    "props": {
                      "label": "{{ item.address }}",
                      "actions": [
                        {
                          "handle": "action_2",
                          "label": "Unblock",
                          "handler": "unblock_whatsapp_person",
                          "x-inputs": {
                            "id": "{{ path_params.id }}",
                            "address": "{{ item.address }}"
                          },
                          "variant": "outline"
                        }
                      ]
                    }
                  },
                  "emptyMessage": "Nobody is blocked."
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "rows",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          }
        ]
      },
      {
        "handle": "whatsapp_groups",
        "label": "WhatsApp Groups",
        "description": "List and make WhatsApp groups",
        "x-icon": "users",
        "type": "list",
        "path": "/whatsapp-groups",
        "audience": "install",
        "navigation": true,
        "context": {
          "connection": {
            "model": "meta_connection",
            "mode": "first"
          },
          "numbers": {
            "model": "whatsapp_phone_number",
            "mode": "many",
            "limit": 100,
            "x-order": ["phone"]
          },
          "groups": {
            "model": "whatsapp_group",
            "mode": "many",
            "limit": 1000,
            "x-order": ["-created_at"]
          }
        },
        "blocks": [
          {
            "type": "card",
            "form": {
              "id": "block_1",
              "fields": [
                {
                  "component": "alert",
                  "id": "alert_1",
                  "row": 0,
                  "col": 0,
                  "title": "Not connected",
                  "description": "Connect a Meta account on the Account page and add a WhatsApp number; then its groups can be made here.",
                  "variant": "info",
                  "hidden": "{%- if connection.status != \"CONNECTED\" -%}false{%- else -%}true{%- endif -%}"
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "alert_1",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          },
          {
            "type": "card",
            "form": {
              "id": "block_2",
              "fields": [
                {
                  "component": "fieldsetting",
                  "id": "form_2",
                  "row": 0,
                  "col": 0,
                  "label": "New group",
                  "button": {
                    "label": "New group"
                  },
                  "modalForm": {
                    "fields": [
                      {
                        "component": "select",
                        "id": "phone_number_id",
                        "row": 0,
                        "col": 0,
                        "label": "Phone number",
                        "helpText": "The number that makes it: its id at Meta",
                        "required": true,
                        "iterable": "{{ numbers }}",
                        "itemTemplate": {
                          "value": "{{ item.phone_number_id }}",
                          "label": "{{ item.name | default: item.phone }}"
                        }
                      },
                      {
                        "component": "input",
                        "id": "subject",
                        "row": 1,
                        "col": 0,
                        "inputType": "text",
                        "label": "Subject",
                        "helpText": "What the group is called, in at most 128 characters",
                        "placeholder": "Harbour Works, site team",
                        "required": true
                      },
                      {
                        "component": "textarea",
                        "id": "description",
                        "row": 2,
                        "col": 0,
                        "label": "Description",
                        "helpText": "What it is for, in at most 2048 characters"
                      },
                      {
                        "component": "select",
                        "id": "join_approval",
                        "row": 3,
                        "col": 0,
                        "label": "Joining",
                        "helpText": "Who may come in by the invite link; this cannot be changed later",
                        "items": [
                          {
                            "label": "Whoever has the link may join",
                            "value": "AUTOMATIC"
                          },
                          {
                            "label": "Whoever has the link may ask",
                            "value": "APPROVAL"
                          }
                        ],
                        "value": "AUTOMATIC"
                      },
                      {
                        "component": "input",
                        "id": "name",
                        "row": 4,
                        "col": 0,
                        "inputType": "text",
                        "label": "Friendly name",
                        "helpText": "What the workplace calls it"
                      }
                    ],
                    "layout": {
                      "type": "form",
                      "rows": [
                        {
                          "columns": [
                            {
                              "field": "phone_number_id",
                              "colSpan": 12
                            }
                          ]
                        },
                        {
                          "columns": [
                            {
                              "field": "subject",
                              "colSpan": 12
                            }
                          ]
                        },
                        {
                          "columns": [
                            {
                              "field": "description",
                              "colSpan": 12
                            }
                          ]
                        },
                        {
                          "columns": [
                            {
                              "field": "join_approval",
                              "colSpan": 12
                            }
                          ]
                        },
                        {
                          "columns": [
                            {
                              "field": "name",
                              "colSpan": 12
                            }
                          ]
                        }
                      ]
                    },
                    "actions": [
                      {
                        "handle": "action_1",
                        "label": "Create group",
                        "handler": "create_whatsapp_group",
                        "variant": "primary"
                      }
                    ]
                  },
                  "hidden": "{%- if connection.status == \"CONNECTED\" -%}false{%- else -%}true{%- endif -%}"
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "form_2",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          },
          {
            "type": "card",
            "header": {
              "title": "{%- if connection.status == \"CONNECTED\" -%}Groups at WhatsApp{%- else -%}{%- endif -%}",
              "description": "{%- if connection.status == \"CONNECTED\" -%}WhatsApp tells of changes by itself. This fetches all groups of the added numbers, and who is in them; of more than a hundred, a hundred each time.{%- else -%}{%- endif -%}"
            },
            "form": {
              "id": "block_3",
              "fields": [],
              "layout": {
                "type": "form",
                "rows": []
              },
              "actions": [
                {
                  "handle": "action_2",
                  "label": "Fetch groups",
                  "handler": "refresh_whatsapp_groups",
                  "variant": "secondary",
                  "hidden": "{%- if connection.status == \"CONNECTED\" -%}false{%- else -%}true{%- endif -%}"
                }
              ]
            }
          },
          {
            "type": "card",
            "form": {
              "id": "block_4",
              "fields": [
                {
                  "component": "list",
                  "id": "rows",
                  "row": 0,
                  "col": 0,
                  "iterable": "{{ groups }}",
                  "itemTemplate": {
                    "component": "ActionTile",
                    "span": 12,
                    "props": {
                      "label": "{{ item.name | default: item.subject | default: item.group_id }}",
                      "description": "{{ item.phone | default: \"\" }}, {{ item.participant_count | default: 0 }} participants",
                      "badge": "{{ item.status }}",
                      "href": "/whatsapp-groups/{{ item.id }}"
                    }
                  },
                  "emptyMessage": "No groups yet."
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "rows",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          }
        ]
      },
      {
        "handle": "whatsapp_group",
        "label": "WhatsApp group",
        "description": "One group, who is in it, and what can be done with it",
        "type": "instance",
        "path": "/whatsapp-groups/[id]",
        "audience": "install",
        "navigation": false,
        "context": {
          "group": {
            "model": "whatsapp_group",
            "mode": "first",
            "filters": {
              "id": "{{ path_params.id }}"
            }
          },
          "participants": {
            "tool": "list_group_participants",
            "x-inputs": {
              "id": "{{ path_params.id }}"
            }
          },
          "requests": {
            "tool": "list_group_join_requests",
            "x-inputs": {
              "id": "{{ path_params.id }}"
            }
          }
        },
        "blocks": [
          {
            "type": "card",
            "form": {
              "id": "block_1",
              "fields": [
                {
                  "component": "alert",
                  "id": "alert_1",
                  "row": 0,
                  "col": 0,
                  "title": "Something was not done",
                  "description": "{{ group.notice | default: \"\" }}",
                  "variant": "warning",
                  "hidden": "{%- if group.notice != blank -%}false{%- else -%}true{%- endif -%}"
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "alert_1",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          },
          {
            "type": "card",
            "form": {
              "id": "block_2",
              "fields": [
                {
                  "component": "alert",
                  "id": "alert_1",
                  "row": 0,
                  "col": 0,
                  "title": "WhatsApp is making the group",
                  "description": "This takes a moment. The page shows it by itself when it is done.",
                  "variant": "info",
                  "hidden": "{%- if group.status == \"CREATING\" -%}false{%- else -%}true{%- endif -%}"
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "alert_1",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          },
          {
            "type": "card",
            "form": {
              "id": "block_3",
              "fields": [
                {
                  "component": "alert",
                  "id": "alert_1",
                  "row": 0,
                  "col": 0,
                  "title": "WhatsApp has suspended the group",
                  "description": "Nobody can write in it. WhatsApp says when that ends.",
                  "variant": "destructive",
                  "hidden": "{%- if group.status == \"SUSPENDED\" -%}false{%- else -%}true{%- endif -%}"
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "alert_1",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          },
          {
            "type": "card",
            "form": {
              "id": "block_4",
              "fields": [
                {
                  "component": "alert",
                  "id": "alert_1",
                  "row": 0,
                  "col": 0,
                  "title": "The group is deleted",
                  "description": "What was written in it stays under Conversations.",
                  "variant": "info",
                  "hidden": "{%- if group.status == \"DELETED\" -%}false{%- else -%}true{%- endif -%}"
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "alert_1",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          },
          {
            "type": "card",
            "form": {
              "id": "block_5",
              "fields": [
                {
                  "component": "input",
                  "id": "name",
                  "row": 0,
                  "col": 0,
                  "label": "Friendly name",
                  "value": "{{ group.name }}"
                },
                {
                  "component": "input",
                  "id": "subject",
                  "row": 1,
                  "col": 0,
                  "label": "Subject",
                  "value": "{{ group.subject }}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "description",
                  "row": 2,
                  "col": 0,
                  "label": "Description",
                  "value": "{{ group.description }}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "status",
                  "row": 3,
                  "col": 0,
                  "label": "Status",
                  "value": "{{ group.status }}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "phone",
                  "row": 4,
                  "col": 0,
                  "label": "Number",
                  "value": "{{ group.phone }}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "join_approval",
                  "row": 5,
                  "col": 0,
                  "label": "Joining",
                  "value": "{{ group.join_approval }}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "participant_count",
                  "row": 6,
                  "col": 0,
                  "label": "Participants",
                  "value": "{{ group.participant_count }}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "made_at",
                  "row": 7,
                  "col": 0,
                  "label": "Made on",
                  "value": "{{ group.made_at }}",
                  "disabled": true
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "name",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "subject",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "description",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "status",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "phone",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "join_approval",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "participant_count",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "made_at",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              },
              "actions": [
                {
                  "handle": "action_1",
                  "label": "Change",
                  "x-modalForm": {
                    "fields": [
                      {
                        "component": "input",
                        "id": "subject",
                        "row": 0,
                        "col": 0,
                        "inputType": "text",
                        "label": "Subject",
                        "helpText": "What the group is called, in at most 128 characters",
                        "value": "{{ group.subject }}"
                      },
                      {
                        "component": "textarea",
                        "id": "description",
                        "row": 1,
                        "col": 0,
                        "label": "Description",
                        "helpText": "What it is for, in at most 2048 characters",
                        "value": "{{ group.description }}"
                      }
                    ],
                    "layout": {
                      "type": "form",
                      "rows": [
                        {
                          "columns": [
                            {
                              "field": "subject",
                              "colSpan": 12
                            }
                          ]
                        },
                        {
                          "columns": [
                            {
                              "field": "description",
                              "colSpan": 12
                            }
                          ]
                        }
                      ]
                    },
                    "actions": [
                      {
                        "handle": "action_2",
                        "label": "Change",
                        "handler": "change_whatsapp_group",
                        "x-inputs": {
                          "id": "{{ path_params.id }}"
                        },
                        "variant": "primary"
                      }
                    ]
                  },
                  "variant": "primary",
                  "hidden": "{%- if group.status == \"ACTIVE\" -%}false{%- else -%}true{%- endif -%}"
                },
                {
                  "handle": "action_3",
                  "label": "Refresh",
                  "handler": "refresh_whatsapp_group",
                  "x-inputs": {
                    "id": "{{ path_params.id }}"
                  },
                  "variant": "outline",
                  "hidden": "{%- if group.status == \"ACTIVE\" or group.status == \"SUSPENDED\" -%}false{%- else -%}true{%- endif -%}"
                },
                {
                  "handle": "action_4",
                  "label": "Delete",
                  "handler": "delete_whatsapp_group",
                  "x-inputs": {
                    "id": "{{ path_params.id }}"
                  },
                  "variant": "destructive",
                  "hidden": "{%- if group.status == \"ACTIVE\" or group.status == \"SUSPENDED\" -%}false{%- else -%}true{%- endif -%}",
                  "x-confirm": {
                    "title": "Delete {{ group.name | default: group.subject | default: \"the group\" }}?",
                    "description": "It goes for everybody in it, and cannot be brought back. Its conversation stays here."
                  }
                },
                {
                  "handle": "action_5",
                  "label": "Take off the list",
                  "handler": "forget_whatsapp_group",
                  "x-inputs": {
                    "id": "{{ path_params.id }}"
                  },
                  "variant": "outline",
                  "hidden": "{%- if group.status == \"DELETED\" or group.status == \"FAILED\" -%}false{%- else -%}true{%- endif -%}",
                  "x-confirm": {
                    "title": "Take {{ group.name | default: group.subject | default: \"the group\" }} off the list?",
                    "description": "Its conversation stays."
                  }
                }
              ]
            }
          },
          {
            "type": "card",
            "header": {
              "title": "{%- if group.status == \"ACTIVE\" -%}Invite link{%- else -%}{%- endif -%}",
              "description": "{%- if group.status == \"ACTIVE\" -%}Whoever opens it in WhatsApp joins the group, or asks to join where you approve.{%- else -%}{%- endif -%}"
            },
            "form": {
              "id": "block_6",
              "fields": [
                {
                  "component": "input",
                  "id": "value_1",
                  "row": 0,
                  "col": 0,
                  "label": "Link",
                  "value": "{% if group.invite_link == blank %}Not fetched yet{% else %}{{ group.invite_link }}{% endif %}",
                  "disabled": true,
                  "hidden": "{%- if group.status == \"ACTIVE\" -%}false{%- else -%}true{%- endif -%}"
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "value_1",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              },
              "actions": [
                {
                  "handle": "action_6",
                  "label": "Fetch link",
                  "handler": "fetch_group_invite_link",
                  "x-inputs": {
                    "id": "{{ path_params.id }}"
                  },
                  "variant": "outline",
                  "hidden": "{%- if group.status == \"ACTIVE\" -%}{%- if group.invite_link == blank -%}false{%- else -%}true{%- endif -%}{%- else -%}true{%- endif -%}"
                },
                {
                  "handle": "action_7",
                  "label": "Reset link",
                  "handler": "reset_group_invite_link",
                  "x-inputs": {
                    "id": "{{ path_params.id }}"
                  },
                  "variant": "destructive",
                  "x-confirm": {
                    "title": "Reset the invite link of {{ group.name | default: group.subject | default: \"the group\" }}?",
                    "description": "The present link works no longer, wherever it was sent."
                  },
                  "hidden": "{%- if group.status == \"ACTIVE\" -%}false{%- else -%}true{%- endif -%}"
                }
              ]
            }
          },
          {
            "type": "card",
            "header": {
              "title": "{%- if group.status == \"ACTIVE\" and group.join_approval == \"APPROVAL\" -%}Who asks to join{%- else -%}{%- endif -%}"
            },
            "form": {
              "id": "block_7",
              "fields": [
                {
                  "component": "list",
                  "id": "rows",
                  "row": 0,
                  "col": 0,
                  "iterable": "{{ requests }}",
                  "itemTemplate": {
                    "component": "ActionTile",
                    "span": 12,
                    "props": {
                      "label": "{{ item.name | default: item.address }}",
                      "description": "{{ item.asked_at | date: \"%e %B %Y, %H:%M\" }}",
                      "actions": [
                        {
                          "handle": "action_8",
                          "label": "Let in",
                          "handler": "approve_group_join_requests",
                          "x-inputs": {
                            "id": "{{ path_params.id }}",
                            "request_ids": ["{{ item.request_id }}"]
                          },
                          "variant": "primary"
                        },
                        {
                          "handle": "action_9",
                          "label": "Turn away",
                          "handler": "reject_group_join_requests",
                          "x-inputs": {
                            "id": "{{ path_params.id }}",
                            "request_ids": ["{{ item.request_id }}"]
                          },
                          "variant": "outline",
                          "x-confirm": {
                            "title": "Turn {{ item.name | default: item.address }} away?",
                            "description": "They may ask again."
                          }
                        }
                      ]
                    }
                  },
                  "emptyMessage": "Nobody asks to join.",
                  "hidden": "{%- if group.status == \"ACTIVE\" and group.join_approval == \"APPROVAL\" -%}false{%- else -%}true{%- endif -%}"
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "rows",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          },
          {
            "type": "card",
            "header": {
              "title": "{%- if group.status == \"ACTIVE\" or group.status == \"SUSPENDED\" -%}Participants{%- else -%}{%- endif -%}"
            },
            "form": {
              "id": "block_8",
              "fields": [
                {
                  "component": "list",
                  "id": "rows",
                  "row": 0,
                  "col": 0,
                  "iterable": "{{ participants }}",
                  "itemTemplate": {
                    "component": "ActionTile",
                    "span": 12,
                    "props": {
                      "label": "{{ item.name | default: item.address }}",
                      "description": "{{ item.address }}",
                      "actions": [
                        {
                          "handle": "action_10",
                          "label": "Remove",
                          "handler": "remove_group_participants",
                          "x-inputs": {
                            "id": "{{ path_params.id }}",
                            "participants": ["{{ item.address }}"]
                          },
                          "variant": "outline",
                          "x-confirm": {
                            "title": "Remove {{ item.name | default: item.address }} from the group?",
                            "description": "They see that they were removed. By the invite link they can come back."
                          }
                        }
                      ]
                    }
                  },
                  "emptyMessage": "Nobody is in the group yet.",
                  "hidden": "{%- if group.status == \"ACTIVE\" or group.status == \"SUSPENDED\" -%}false{%- else -%}true{%- endif -%}"
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "rows",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          },
          {
            "type": "card",
            "header": {
              "title": "{%- if group.group_id != blank -%}Conversation{%- else -%}{%- endif -%}"
            },
            "form": {
              "id": "block_9",
              "fields": [],
              "layout": {
                "type": "form",
                "rows": []
              }
            },
            "x-conversation": {
              "channel": "whatsapp",
              "contact": "{{ group.group_id }}"
            }
          }
        ]
      },
      {
        "handle": "facebook_pages",
        "label": "Facebook Pages",
        "description": "List and add pages for Messenger",
        "x-icon": "message-circle",
        "type": "list",
        "path": "/facebook-pages",
        "audience": "install",
        "navigation": true,
        "context": {
          "connection": {
            "model": "meta_connection",
            "mode": "first"
          },
          "pages": {
            "model": "facebook_page",
            "mode": "many",
            "limit": 100,
            "x-order": ["name"]
          },
          "choices": {
            "tool": "fetch_pages"
          }
        },
        "blocks": [
          {
            "type": "card",
            "form": {
              "id": "block_1",
              "fields": [
                {
                  "component": "fieldsetting",
                  "id": "form_1",
                  "row": 0,
                  "col": 0,
                  "label": "Add page",
                  "button": {
                    "label": "Add page"
                  },
                  "modalForm": {
                    "fields": [
                      {
                        "component": "select",
                        "id": "page_id",
                        "row": 0,
                        "col": 0,
                        "label": "Page",
                        "helpText": "Meta Graph API Page ID",
                        "required": true,
                        "iterable": "{{ choices }}",
                        "itemTemplate": {
                          "value": "{{ item.page_id }}",
                          "label": "{{ item.name | default: item.page_id }}"
                        }
                      }
                    ],
                    "layout": {
                      "type": "form",
                      "rows": [
                        {
                          "columns": [
                            {
                              "field": "page_id",
                              "colSpan": 12
                            }
                          ]
                        }
                      ]
                    },
                    "actions": [
                      {
                        "handle": "action_1",
                        "label": "Add page",
                        "handler": "add_facebook_page",
                        "variant": "primary"
                      }
                    ]
                  },
                  "hidden": "{%- if connection.status == \"CONNECTED\" -%}false{%- else -%}true{%- endif -%}"
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "form_1",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          },
          {
            "type": "card",
            "form": {
              "id": "block_2",
              "fields": [
                {
                  "component": "list",
                  "id": "rows",
                  "row": 0,
                  "col": 0,
                  "iterable": "{{ pages }}",
                  "itemTemplate": {
                    "component": "ActionTile",
                    "span": 12,
                    "props": {
                      "label": "{{ item.name | default: item.page_id }}",
                      "description": "{{ item.notice | default: item.category }}",
                      "badge": "{{ item.subscription }}",
                      "actions": [
                        {
                          "handle": "action_2",
                          "label": "Remove",
                          "handler": "remove_facebook_page",
                          "x-inputs": {
                            "page_id": "{{ item.page_id }}"
                          },
                          "variant": "outline",
                          "x-confirm": {
                            "title": "Remove {{ item.name | default: item.page_id }}?",
                            "description": "Its messages no longer arrive. Conversations stay."
                          }
                        }
                      ]
                    }
                  },
                  "emptyMessage": "No pages yet."
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "rows",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          }
        ]
      },
      {
        "handle": "instagram_accounts",
        "label": "Instagram Accounts",
        "description": "List and add Instagram accounts",
        "x-icon": "image",
        "type": "list",
        "path": "/instagram-accounts",
        "audience": "install",
        "navigation": true,
        "context": {
          "connection": {
            "model": "meta_connection",
            "mode": "first"
          },
          "accounts": {
            "model": "instagram_account",
            "mode": "many",
            "limit": 100,
            "x-order": ["username"]
          },
          "choices": {
            "tool": "fetch_instagram_accounts"
          }
        },
        "blocks": [
          {
            "type": "card",
            "form": {
              "id": "block_1",
              "fields": [
                {
                  "component": "fieldsetting",
                  "id": "form_1",
                  "row": 0,
                  "col": 0,
                  "label": "Add Instagram account",
                  "button": {
                    "label": "Add Instagram account"
                  },
                  "modalForm": {
                    "fields": [
                      {
                        "component": "select",
                        "id": "instagram_account_id",
                        "row": 0,
                        "col": 0,
                        "label": "Account",
                        "helpText": "Meta Graph API Instagram Account ID",
                        "required": true,
                        "iterable": "{{ choices }}",
                        "itemTemplate": {
                          "value": "{{ item.instagram_account_id }}",
                          "label": "{{ item.username | default: item.instagram_account_id }}"
                        }
                      }
                    ],
                    "layout": {
                      "type": "form",
                      "rows": [
                        {
                          "columns": [
                            {
                              "field": "instagram_account_id",
                              "colSpan": 12
                            }
                          ]
                        }
                      ]
                    },
                    "actions": [
                      {
                        "handle": "action_1",
                        "label": "Add account",
                        "handler": "add_instagram_account",
                        "variant": "primary"
                      }
                    ]
                  },
                  "hidden": "{%- if connection.status == \"CONNECTED\" -%}false{%- else -%}true{%- endif -%}"
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "form_1",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          },
          {
            "type": "card",
            "form": {
              "id": "block_2",
              "fields": [
                {
                  "component": "list",
                  "id": "rows",
                  "row": 0,
                  "col": 0,
                  "iterable": "{{ accounts }}",
                  "itemTemplate": {
                    "component": "ActionTile",
                    "span": 12,
                    "props": {
                      "label": "{{ item.username | default: item.instagram_account_id }}",
                      "description": "{{ item.name }}",
                      "actions": [
                        {
                          "handle": "action_2",
                          "label": "Remove",
                          "handler": "remove_instagram_account",
                          "x-inputs": {
                            "instagram_account_id": "{{ item.instagram_account_id }}"
                          },
                          "variant": "outline",
                          "x-confirm": {
                            "title": "Remove {{ item.username | default: item.instagram_account_id }}?",
                            "description": "Its conversations stay."
                          }
                        }
                      ]
                    }
                  },
                  "emptyMessage": "No Instagram accounts yet."
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "rows",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          }
        ]
      },
      {
        "handle": "message_templates",
        "label": "Templates",
        "description": "Templates of the WhatsApp account",
        "x-icon": "file",
        "type": "list",
        "path": "/message-templates",
        "audience": "install",
        "navigation": true,
        "context": {
          "connection": {
            "model": "meta_connection",
            "mode": "first"
          },
          "templates": {
            "model": "message_template",
            "mode": "many",
            "limit": 100,
            "x-order": ["name"]
          }
        },
        "blocks": [
          {
            "type": "card",
            "form": {
              "id": "block_1",
              "fields": [
                {
                  "component": "fieldsetting",
                  "id": "form_1",
                  "row": 0,
                  "col": 0,
                  "label": "New template",
                  "button": {
                    "label": "New template"
                  },
                  "modalForm": {
                    "fields": [
                      {
                        "component": "input",
                        "id": "name",
                        "row": 0,
                        "col": 0,
                        "inputType": "text",
                        "label": "Name",
                        "helpText": "Small letters, digits and _",
                        "required": true
                      },
                      {
                        "component": "input",
                        "id": "language",
                        "row": 1,
                        "col": 0,
                        "inputType": "text",
                        "label": "Language",
                        "helpText": "Its language, as en_GB or sv",
                        "value": "en_GB"
                      },
                      {
                        "component": "select",
                        "id": "category",
                        "row": 2,
                        "col": 0,
                        "label": "Category",
                        "helpText": "What it is for: utility answers something that a person did",
                        "items": [
                          {
                            "label": "Marketing",
                            "value": "MARKETING"
                          },
                          {
                            "label": "Utility",
                            "value": "UTILITY"
                          },
                          {
                            "label": "Authentication",
                            "value": "AUTHENTICATION"
                          }
                        ],
                        "value": "UTILITY"
                      },
                      {
                        "component": "input",
                        "id": "header",
                        "row": 3,
                        "col": 0,
                        "inputType": "text",
                        "label": "Header",
                        "helpText": "A text above"
                      },
                      {
                        "component": "filesetting",
                        "id": "header_sample",
                        "row": 4,
                        "col": 0,
                        "label": "Header sample",
                        "helpText": "In place of it a picture, a film or a document above: an example of one, for the reviewers"
                      },
                      {
                        "component": "textarea",
                        "id": "body",
                        "row": 5,
                        "col": 0,
                        "label": "Body",
                        "helpText": "With variables as {{1}}",
                        "required": true
                      },
                      {
                        "component": "input",
                        "id": "footer",
                        "row": 6,
                        "col": 0,
                        "inputType": "text",
                        "label": "Footer",
                        "helpText": "A text below"
                      },
                      {
                        "component": "textarea",
                        "id": "quick_replies",
                        "row": 7,
                        "col": 0,
                        "label": "Quick replies",
                        "helpText": "Answers to press",
                        "value": []
                      },
                      {
                        "component": "textarea",
                        "id": "examples",
                        "row": 8,
                        "col": 0,
                        "label": "Examples",
                        "helpText": "An example for each variable",
                        "value": []
                      }
                    ],
                    "layout": {
                      "type": "form",
                      "rows": [
                        {
                          "columns": [
                            {
                              "field": "name",
                              "colSpan": 12
                            }
                          ]
                        },
                        {
                          "columns": [
                            {
                              "field": "language",
                              "colSpan": 12
                            }
                          ]
                        },
                        {
                          "columns": [
                            {
                              "field": "category",
                              "colSpan": 12
                            }
                          ]
                        },
                        {
                          "columns": [
                            {
                              "field": "header",
                              "colSpan": 12
                            }
                          ]
                        },
                        {
                          "columns": [
                            {
                              "field": "header_sample",
                              "colSpan": 12
                            }
                          ]
                        },
                        {
                          "columns": [
                            {
                              "field": "body",
                              "colSpan": 12
                            }
                          ]
                        },
                        {
                          "columns": [
                            {
                              "field": "footer",
                              "colSpan": 12
                            }
                          ]
                        },
                        {
                          "columns": [
                            {
                              "field": "quick_replies",
                              "colSpan": 12
                            }
                          ]
                        },
                        {
                          "columns": [
                            {
                              "field": "examples",
                              "colSpan": 12
                            }
                          ]
                        }
                      ]
                    },
                    "actions": [
                      {
                        "handle": "action_1",
                        "label": "Hand in",
                        "handler": "create_message_template",
                        "variant": "primary"
                      }
                    ]
                  },
                  "hidden": "{%- if connection.status == \"CONNECTED\" -%}false{%- else -%}true{%- endif -%}"
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "form_1",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          },
          {
            "type": "card",
            "header": {
              "title": "Templates at Meta",
              "description": "Meta tells of changes by itself; this fetches all of them."
            },
            "form": {
              "id": "block_2",
              "fields": [],
              "layout": {
                "type": "form",
                "rows": []
              },
              "actions": [
                {
                  "handle": "action_2",
                  "label": "Fetch templates",
                  "handler": "list_message_templates",
                  "variant": "secondary"
                }
              ]
            }
          },
          {
            "type": "card",
            "form": {
              "id": "block_3",
              "fields": [
                {
                  "component": "list",
                  "id": "rows",
                  "row": 0,
                  "col": 0,
                  "iterable": "{{ templates }}",
                  "itemTemplate": {
                    "component": "ActionTile",
                    "span": 12,
                    "props": {
                      "label": "{{ item.name | default: item.template_id }}",
                      "description": "{{ item.language }}",
                      "badge": "{{ item.status }}",
                      "href": "/message-templates/{{ item.id }}"
                    }
                  },
                  "emptyMessage": "No templates yet."
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "rows",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          }
        ]
      },
      {
        "handle": "message_batches",
        "label": "Send to many",
        "description": "Send a template to many people, and see how it goes",
        "x-icon": "send",
        "type": "list",
        "path": "/message-batches",
        "audience": "install",
        "navigation": true,
        "context": {
          "connection": {
            "model": "meta_connection",
            "mode": "first"
          },
          "numbers": {
            "model": "whatsapp_phone_number",
            "mode": "many",
            "limit": 100,
            "x-order": ["phone"]
          },
          "templates": {
            "model": "message_template",
            "mode": "many",
            "filters": {
              "status": "APPROVED"
            },
            "limit": 100,
            "x-order": ["name"]
          },
          "batches": {
            "model": "message_batch",
            "mode": "many",
            "limit": 100,
            "x-order": ["-created_at"]
          }
        },
        "blocks": [
          {
            "type": "card",
            "form": {
              "id": "block_1",
              "fields": [
                {
                  "component": "fieldsetting",
                  "id": "form_1",
                  "row": 0,
                  "col": 0,
                  "label": "New batch",
                  "button": {
                    "label": "New batch"
                  },
                  "modalForm": {
                    "fields": [
                      {
                        "component": "select",
                        "id": "phone_number_id",
                        "row": 0,
                        "col": 0,
                        "label": "From",
                        "helpText": "The number that writes: its id at Meta",
                        "required": true,
                        "iterable": "{{ numbers }}",
                        "itemTemplate": {
                          "value": "{{ item.phone_number_id }}",
                          "label": "{{ item.name | default: item.phone }}"
                        }
                      },
                      {
                        "component": "select",
                        "id": "template_id",
                        "row": 1,
                        "col": 0,
                        "label": "Template",
                        "helpText": "An approved one: its id at Meta",
                        "required": true,
                        "iterable": "{{ templates }}",
                        "itemTemplate": {
                          "value": "{{ item.template_id }}",
                          "label": "{{ item.name | default: item.template_id }} ({{ item.language | default: \"\" }})"
                        }
                      },
                      {
                        "component": "textarea",
                        "id": "recipients",
                        "row": 2,
                        "col": 0,
                        "label": "Recipients",
                        "helpText": "The phone number, then a value for each variable, with semicolons between them.",
                        "placeholder": "+447700900417; Imogen; kettle",
                        "required": true
                      }
                    ],
                    "layout": {
                      "type": "form",
                      "rows": [
                        {
                          "columns": [
                            {
                              "field": "phone_number_id",
                              "colSpan": 12
                            }
                          ]
                        },
                        {
                          "columns": [
                            {
                              "field": "template_id",
                              "colSpan": 12
                            }
                          ]
                        },
                        {
                          "columns": [
                            {
                              "field": "recipients",
                              "colSpan": 12
                            }
                          ]
                        }
                      ]
                    },
                    "actions": [
                      {
                        "handle": "action_1",
                        "label": "Send",
                        "handler": "start_whatsapp_batch",
                        "variant": "primary"
                      }
                    ]
                  },
                  "hidden": "{%- if connection.status == \"CONNECTED\" -%}false{%- else -%}true{%- endif -%}"
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "form_1",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          },
          {
            "type": "card",
            "form": {
              "id": "block_2",
              "fields": [
                {
                  "component": "list",
                  "id": "rows",
                  "row": 0,
                  "col": 0,
                  "iterable": "{{ batches }}",
                  "itemTemplate": {
                    "component": "ActionTile",
                    "span": 12,
                    "props": {
                      "label": "{{ item.what }}",
                      "description": "{{ item.total }} messages, {{ item.created_at | date: \"%e %B %Y, %H:%M\" }}",
                      "href": "/message-batches/{{ item.id }}"
                    }
                  },
                  "emptyMessage": "Nothing has been sent to many people yet."
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "rows",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          }
        ]
      },
      {
        "handle": "message_batch",
        "label": "Batch",
        "description": "How the messages of one batch fare",
        "type": "instance",
        "path": "/message-batches/[id]",
        "audience": "install",
        "navigation": false,
        "context": {
          "progress": {
            "tool": "fetch_message_batch",
            "x-inputs": {
              "batch_id": "{{ path_params.id }}"
            }
          },
          "messages": {
            "tool": "list_batch_messages",
            "x-inputs": {
              "batch_id": "{{ path_params.id }}"
            }
          }
        },
        "blocks": [
          {
            "type": "card",
            "header": {
              "title": "{{ progress.what }}",
              "description": "Each message counts once. Messages leave as fast as Meta's limits for the number allow."
            },
            "form": {
              "id": "block_1",
              "fields": [
                {
                  "component": "input",
                  "id": "value_1",
                  "row": 0,
                  "col": 0,
                  "label": "All",
                  "value": "{{ progress.total }}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "value_2",
                  "row": 1,
                  "col": 0,
                  "label": "Waiting",
                  "value": "{{ progress.queued }}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "value_3",
                  "row": 2,
                  "col": 0,
                  "label": "Sent",
                  "value": "{{ progress.sent }}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "value_4",
                  "row": 3,
                  "col": 0,
                  "label": "Delivered",
                  "value": "{{ progress.delivered }}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "value_5",
                  "row": 4,
                  "col": 0,
                  "label": "Read",
                  "value": "{{ progress.read }}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "value_6",
                  "row": 5,
                  "col": 0,
                  "label": "Failed",
                  "value": "{{ progress.failed }}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "value_7",
                  "row": 6,
                  "col": 0,
                  "label": "Not known",
                  "value": "{{ progress.unknown }}",
                  "disabled": true
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "value_1",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "value_2",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "value_3",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "value_4",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "value_5",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "value_6",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "value_7",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              },
              "actions": [
                {
                  "handle": "action_1",
                  "label": "Refresh",
                  "href": "/message-batches/{{ path_params.id }}",
                  "variant": "outline"
                }
              ]
            }
          },
          {
            "type": "card",
            "header": {
              "title": "Messages"
            },
            "form": {
              "id": "block_2",
              "fields": [
                {
                  "component": "list",
                  "id": "rows",
                  "row": 0,
                  "col": 0,
                  "iterable": "{{ messages }}",
                  "itemTemplate": {
                    "component": "ActionTile",
                    "span": 12,
                    "props": {
                      "label": "{{ item.address }}",
                      "description": "{{ item.status }} · {{ item.reason }}"
                    }
                  }
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "rows",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              }
            }
          }
        ]
      },
      {
        "handle": "message_template",
        "label": "Template",
        "description": "View one template",
        "type": "instance",
        "path": "/message-templates/[id]",
        "audience": "install",
        "navigation": false,
        "context": {
          "template": {
            "model": "message_template",
            "mode": "first",
            "filters": {
              "id": "{{ path_params.id }}"
            }
          }
        },
        "blocks": [
          {
            "type": "card",
            "form": {
              "id": "block_1",
              "fields": [
                {
                  "component": "input",
                  "id": "name",
                  "row": 0,
                  "col": 0,
                  "label": "Name",
                  "value": "{{ template.name }}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "language",
                  "row": 1,
                  "col": 0,
                  "label": "Language",
                  "value": "{{ template.language }}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "status",
                  "row": 2,
                  "col": 0,
                  "label": "Status",
                  "value": "{{ template.status }}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "category",
                  "row": 3,
                  "col": 0,
                  "label": "Category",
                  "value": "{{ template.category }}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "quality",
                  "row": 4,
                  "col": 0,
                  "label": "Quality",
                  "value": "{{ template.quality }}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "reason",
                  "row": 5,
                  "col": 0,
                  "label": "Reason",
                  "value": "{{ template.reason }}",
                  "disabled": true
                },
                {
                  "component": "input",
                  "id": "text",
                  "row": 6,
                  "col": 0,
                  "label": "Text",
                  "value": "{{ template.text }}",
                  "disabled": true
                }
              ],
              "layout": {
                "type": "form",
                "rows": [
                  {
                    "columns": [
                      {
                        "field": "name",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "language",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "status",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "category",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "quality",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "reason",
                        "colSpan": 12
                      }
                    ]
                  },
                  {
                    "columns": [
                      {
                        "field": "text",
                        "colSpan": 12
                      }
                    ]
                  }
                ]
              },
              "actions": [
                {
                  "handle": "action_1",
                  "label": "Delete",
                  "handler": "delete_message_template",
                  "x-inputs": {
                    "name": "{{ template.name | default: \"\" }}"
                  },
                  "variant": "destructive",
                  "x-confirm": {
                    "title": "Delete {{ template.name | default: template.template_id }}?",
                    "description": "It goes in all of its languages, at Meta as well. Its name cannot be used again for 30 days."
                  }
                }
              ]
            }
          }
        ]
      }
    ],
    "navigation": {
      "sidebar": {
        "sections": [
          {
            "title": "Meta",
            "items": [
              {
                "label": "Account",
                "href": "/account",
                "icon": "settings"
              },
              {
                "label": "WhatsApp Numbers",
                "href": "/whatsapp-numbers",
                "icon": "phone"
              },
              {
                "label": "WhatsApp Groups",
                "href": "/whatsapp-groups",
                "icon": "users"
              },
              {
                "label": "Facebook Pages",
                "href": "/facebook-pages",
                "icon": "message-circle"
              },
              {
                "label": "Instagram Accounts",
                "href": "/instagram-accounts",
                "icon": "image"
              },
              {
                "label": "Templates",
                "href": "/message-templates",
                "icon": "file"
              },
              {
                "label": "Send to many",
                "href": "/message-batches",
                "icon": "send"
              }
            ]
          }
        ]
      }
    }
  },
  "install": {
    "env": {
      "META_ACCESS_TOKEN": {
        "label": "Meta access token",
        "scope": "install",
        "installPhase": "post_install",
        "required": false,
        "visibility": "encrypted",
        "description": "Long-lived access token of the connected Meta account"
      },
      "META_ACCESS_TOKEN_EXPIRES_AT": {
        "label": "Meta access token expires at",
        "scope": "install",
        "installPhase": "post_install",
        "required": false,
        "visibility": "visible",
        "description": "When the access token expires; empty if it does not"
      }
    }
  },
  "queues": {
    "whatsapp_number": {
      "scope": "global",
      "reservoir": 80,
      "reservoirRefreshAmount": 80,
      "reservoirRefreshInterval": 1000,
      "timeout": 5000
    },
    "whatsapp_pair": {
      "scope": "global",
      "reservoir": 45,
      "reservoirRefreshAmount": 1,
      "reservoirRefreshInterval": 6000,
      "timeout": 2000
    }
  }
}
"""#
}
