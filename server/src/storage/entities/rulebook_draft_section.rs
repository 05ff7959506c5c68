//! Table `rulebook_draft_section`.

use sea_orm::entity::prelude::{
    ActiveModelBehavior, DeriveEntityModel, DerivePrimaryKey, DeriveRelation, EntityTrait, EnumIter, PrimaryKeyTrait, Uuid,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "rulebook_draft_section")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub section: String,
    #[sea_orm(column_type = "Text")]
    pub body: String,
    pub revision: i64,
    pub saved_by: Option<Uuid>,
    pub saved_at: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
